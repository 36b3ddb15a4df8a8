import type { Endpoint } from './define-endpoint.ts';
import { eraseCustomer } from './endpoints/erase-customer.ts';
import { evaluateClaim } from './endpoints/evaluate-claim.ts';
import { explainDecision } from './endpoints/explain-decision.ts';
import { fileClaim } from './endpoints/file-claim.ts';
import { getCase } from './endpoints/get-case.ts';
import { getDecision } from './endpoints/get-decision.ts';
import { getPayout } from './endpoints/get-payout.ts';
import { getRejectedEvent } from './endpoints/get-rejected-event.ts';
import { getTimeline } from './endpoints/get-timeline.ts';
import { getWallet } from './endpoints/get-wallet.ts';
import { ingestEvents } from './endpoints/ingest-events.ts';
import { listCases } from './endpoints/list-cases.ts';
import { listDeadLetters } from './endpoints/list-dead-letters.ts';
import { listDecisions } from './endpoints/list-decisions.ts';
import { listEntries } from './endpoints/list-entries.ts';
import { listPayouts } from './endpoints/list-payouts.ts';
import { listRejectedEvents } from './endpoints/list-rejected-events.ts';
import { notifyProvider } from './endpoints/notify-provider.ts';
import { replayDeadLetter } from './endpoints/replay-dead-letter.ts';
import { replayDecision } from './endpoints/replay-decision.ts';
import { replayRejectedEvent } from './endpoints/replay-rejected-event.ts';
import { supplyInformation } from './endpoints/supply-information.ts';
import { PEOPLE_ENDPOINTS } from './people-endpoints.ts';
import { POLICY_ENDPOINTS } from './policy-endpoints.ts';
import { SCREEN_ENDPOINTS } from './screen-endpoints.ts';

/** Everything that can be asked over HTTP; the routes and the OpenAPI document both come from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ingestEvents,
  fileClaim,
  supplyInformation,
  evaluateClaim,
  listCases,
  getCase,
  getTimeline,
  listDecisions,
  getDecision,
  explainDecision,
  replayDecision,
  getWallet,
  listEntries,
  listPayouts,
  getPayout,
  notifyProvider,
  listDeadLetters,
  replayDeadLetter,
  listRejectedEvents,
  getRejectedEvent,
  replayRejectedEvent,
  eraseCustomer,
  ...PEOPLE_ENDPOINTS,
  ...POLICY_ENDPOINTS,
  ...SCREEN_ENDPOINTS,
];
