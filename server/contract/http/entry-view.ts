import { z } from 'zod';
import { ENTRY_KINDS } from '../../core/ledger/entry.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { customerIdOf } from './customer-id.ts';
import { formatInstant } from './instant.ts';
import { idSchema, instantTextSchema, longIdSchema, programIdSchema } from './primitives.ts';

const reference = z.string().nullable();

/** A ledger entry as the contract shows it. */
export const entryViewSchema = z
  .object({
    id: idSchema.describe('Id of the entry.'),
    key: longIdSchema.describe('What it records, which can happen once only.'),
    kind: z.enum(ENTRY_KINDS).describe('What happened.'),
    program: programIdSchema,
    customerId: idSchema.describe('Customer concerned.'),
    walletId: reference.describe(
      'Wallet whose credits it moves, or null; refunds that settled before this was kept name their order alone.',
    ),
    orderId: reference.describe('Order concerned, or null.'),
    generationId: reference.describe('Generation concerned, or null.'),
    caseId: reference.describe('Case that led to it, or null.'),
    decisionId: reference.describe('Decision that led to it, or null.'),
    payoutId: reference.describe('Payout that led to it, or null.'),
    occurredAt: instantTextSchema.describe('When it happened.'),
    recordedAt: instantTextSchema.describe('When it was recorded.'),
    postings: z
      .array(
        z
          .object({
            account: z.string().describe('A lot, or an account of the program.'),
            commodity: z.string().describe('ISO 4217 code, or credit:<program>.'),
            amount: z.int().describe('Minor units or credits; positive into the account.'),
          })
          .describe('One movement.'),
      )
      .describe('Movements; they sum to zero per commodity.'),
    reverses: reference.describe('Entry that it takes back, or null.'),
  })
  .meta({ id: 'LedgerEntry', description: 'An immutable ledger entry; a mistake is taken back by another.' });

/** A ledger entry as the contract shows it; instants are ISO text. */
export type EntryView = z.infer<typeof entryViewSchema>;

/** Shows a ledger entry. */
export function presentEntry(entry: LedgerEntry): EntryView {
  return {
    id: entry.id,
    key: entry.key,
    kind: entry.kind,
    program: entry.program,
    customerId: customerIdOf(entry.customerKey),
    walletId: entry.walletId ?? null,
    orderId: entry.orderId ?? null,
    generationId: entry.generationId ?? null,
    caseId: entry.caseId ?? null,
    decisionId: entry.decisionId ?? null,
    payoutId: entry.payoutId ?? null,
    occurredAt: formatInstant(entry.occurredAt),
    recordedAt: formatInstant(entry.recordedAt),
    postings: entry.postings.map(({ account, commodity, amount }) => ({ account, commodity, amount })),
    reverses: entry.reverses ?? null,
  };
}
