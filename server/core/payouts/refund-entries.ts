import type { Lot } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import {
  ACCOUNTS,
  creditsOf,
  lotAccount,
  moveAmount,
  providerAccount,
  type EntryDraft,
} from '../ledger/draft-entry.ts';
import type { EntryKind, Posting } from '../ledger/entry.ts';
import type { Payout } from './payout.ts';

type Draft = Readonly<Payout>;
type LotOf = Readonly<Pick<Lot, 'lotId' | 'walletId'>>;

/** Keys of the entries about one payout; each can be posted once. */
export const REFUND_ENTRY_KEYS = {
  settle: (payoutId: string) => `settle/${payoutId}`,
  unsettle: (payoutId: string) => `unsettle/${payoutId}`,
  unpromise: (payoutId: string) => `unpromise/${payoutId}`,
  void: (payoutId: string) => `void/${payoutId}`,
  unvoid: (payoutId: string) => `unvoid/${payoutId}`,
} as const;

/** Keys of the entries about a refund that an event reported as the provider's own. */
export const EXTERNAL_REFUND_KEYS = {
  book: (eventKey: string) => `event/${eventKey}`,
  unbook: (eventKey: string) => `event/${eventKey}#ours`,
  void: (eventKey: string) => `event/${eventKey}#void`,
  unvoid: (eventKey: string) => `event/${eventKey}#unvoid`,
} as const;

/** The money left the program's account at the provider. */
export function draftSettled(payout: Draft, at: number): EntryDraft {
  const postings = moveAmount(
    payout.currency,
    payout.amountMinor,
    providerAccount(payout.provider),
    ACCOUNTS.payoutsPayable,
  );
  return draft(payout, 'refund_settled', { key: REFUND_ENTRY_KEYS.settle(payout.id), at, postings });
}

/** The money came back to the program's account at the provider. */
export function draftUnsettled(payout: Draft, at: number): EntryDraft {
  const postings = moveAmount(
    payout.currency,
    payout.amountMinor,
    ACCOUNTS.payoutsPayable,
    providerAccount(payout.provider),
  );
  return draft(payout, 'refund_reversed', {
    key: REFUND_ENTRY_KEYS.unsettle(payout.id),
    at,
    postings,
    reverses: REFUND_ENTRY_KEYS.settle(payout.id),
  });
}

/** The refund is no longer promised. `file` must hold the payout's case: the promise is found by the effect's place in its decision. */
export function draftUnpromised(file: WorkingFile, payout: Draft, at: number): EntryDraft {
  const postings = moveAmount(payout.currency, payout.amountMinor, ACCOUNTS.refunds, ACCOUNTS.payoutsPayable);
  const effects =
    file.cases.get(payout.caseId)?.effects.filter((effect) => effect.decisionId === payout.decisionId) ?? [];
  const index = effects.findIndex((effect) => effect.key === payout.id);
  return draft(payout, 'refund_reversed', {
    key: REFUND_ENTRY_KEYS.unpromise(payout.id),
    at,
    postings,
    ...(index < 0 ? {} : { reverses: `post/${payout.decisionId}/${index}` }),
  });
}

/** A refund that was booked as the provider's own, by the event `eventKey`, is the payout's: the payout posts its money. */
export function draftUnbooked(payout: Draft, eventKey: string, at: number): EntryDraft {
  const postings = moveAmount(payout.currency, payout.amountMinor, ACCOUNTS.refunds, providerAccount(payout.provider));
  const keys = { key: EXTERNAL_REFUND_KEYS.unbook(eventKey), reverses: EXTERNAL_REFUND_KEYS.book(eventKey) };
  return draft(payout, 'refund_reversed', { ...keys, at, postings });
}

/** Credits of the refunded lot are gone. `credits` is a positive integer. */
export function draftVoided(payout: Draft, { lotId, walletId }: LotOf, credits: number, at: number): EntryDraft {
  const postings = moveAmount(creditsOf(payout.program), credits, lotAccount(lotId), ACCOUNTS.creditsVoided);
  return draft(payout, 'credits_voided', { key: REFUND_ENTRY_KEYS.void(payout.id), at, postings, walletId });
}

/** Credits that the payout voided are back in their lot. */
export function draftUnvoided(payout: Draft, lot: LotOf, credits: number, at: number): EntryDraft {
  const keys = { key: REFUND_ENTRY_KEYS.unvoid(payout.id), reverses: REFUND_ENTRY_KEYS.void(payout.id) };
  return draftReturned(payout, lot, credits, { ...keys, at });
}

/** Credits that were voided with a refund booked as the provider's own, by the event `eventKey`, are back in their lot. */
export function draftUnbookedVoid(
  payout: Draft,
  lot: LotOf,
  { eventKey, voidedCredits }: { readonly eventKey: string; readonly voidedCredits: number },
  at: number,
): EntryDraft {
  const keys = { key: EXTERNAL_REFUND_KEYS.unvoid(eventKey), reverses: EXTERNAL_REFUND_KEYS.void(eventKey) };
  return draftReturned(payout, lot, voidedCredits, { ...keys, at });
}

function draftReturned(
  payout: Draft,
  { lotId, walletId }: LotOf,
  credits: number,
  entry: { readonly key: string; readonly reverses: string; readonly at: number },
): EntryDraft {
  const postings = moveAmount(creditsOf(payout.program), credits, ACCOUNTS.creditsVoided, lotAccount(lotId));
  return draft(payout, 'void_reversed', { ...entry, postings, walletId });
}

function draft(
  payout: Draft,
  kind: EntryKind,
  entry: {
    readonly key: string;
    readonly at: number;
    readonly postings: Posting[];
    readonly reverses?: string;
    /** Set where credits move: the entries of a wallet add up to what is in it. */
    readonly walletId?: string;
  },
): EntryDraft {
  const { key, at, postings, reverses, walletId } = entry;
  return {
    key,
    kind,
    program: payout.program,
    customerKey: payout.customerKey,
    ...(walletId === undefined ? {} : { walletId }),
    orderId: payout.orderId,
    caseId: payout.caseId,
    decisionId: payout.decisionId,
    payoutId: payout.id,
    occurredAt: at,
    postings,
    ...(reverses === undefined ? {} : { reverses }),
  };
}
