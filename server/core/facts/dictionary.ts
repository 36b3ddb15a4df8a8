import { CLAIM_FACTS } from './definitions/claim-facts.ts';
import { CUSTOMER_FACTS } from './definitions/customer-facts.ts';
import { GENERATION_FACTS } from './definitions/generation-facts.ts';
import { ORDER_FACTS } from './definitions/order-facts.ts';
import { OUTAGE_FACTS } from './definitions/outage-facts.ts';
import { WALLET_FACTS } from './definitions/wallet-facts.ts';
import type { FactDictionary } from './fact-definition.ts';

/** Every fact that a rule may name, in the order in which they are derived. */
export const FACT_DICTIONARY: FactDictionary = new Map(
  [CLAIM_FACTS, CUSTOMER_FACTS, WALLET_FACTS, ORDER_FACTS, OUTAGE_FACTS, GENERATION_FACTS]
    .flat()
    .map((definition) => [definition.name, definition]),
);
