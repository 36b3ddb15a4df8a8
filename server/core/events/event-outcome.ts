import type { EntryDraft } from '../ledger/draft-entry.ts';

/** Why an event is refused; its identity stays free. */
const REJECTION_CODES = [
  'INVALID_EVENT',
  'TIME_IN_FUTURE',
  'EVENT_ID_REUSED',
  'PROGRAM_NOT_FOUND',
  'OWNER_MISMATCH',
  'INSUFFICIENT_CREDITS',
  'DUPLICATE_OF_DUPLICATE',
  'ALREADY_EXISTS',
  'CURRENCY_MISMATCH',
  'NOT_ALLOWED',
  'UNKNOWN_ZONE',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Things to look at although the event was applied. */
type AttentionCode =
  | 'CONTRADICTS_REMEDY'
  | 'PARTIAL_EXTERNAL_REFUND'
  | 'OVER_REFUNDED'
  | 'OWN_REFUND_DIFFERS'
  | 'OWN_REFUND_PAID_AFTER_ALL';

/** What became of an event. `waiting` and `rejected` leave the file as it was. */
export type EventOutcome =
  | {
      readonly status: 'applied';
      readonly entries: readonly EntryDraft[];
      /** Things that now exist or hold more credits: who waits for them may go on. */
      readonly arrived: readonly string[];
      /** Set where an automatic claim about this generation is owed. */
      readonly failedGenerationId?: string;
      readonly attention?: { readonly code: AttentionCode; readonly message: string };
    }
  | { readonly status: 'waiting'; readonly waitsFor: readonly string[]; readonly message: string }
  | {
      readonly status: 'rejected';
      readonly code: RejectionCode;
      readonly message: string;
      readonly waitsFor?: readonly string[];
    };

/** An applied event that moved nothing. */
export const NOTHING_MOVED: Extract<EventOutcome, { status: 'applied' }> = {
  status: 'applied',
  entries: [],
  arrived: [],
};

/** Refuses an event. */
export function rejectEvent(code: RejectionCode, message: string, waitsFor?: readonly string[]): EventOutcome {
  return { status: 'rejected', code, message, ...(waitsFor === undefined ? {} : { waitsFor }) };
}
