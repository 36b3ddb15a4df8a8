import type { CaseStatus, ClaimReason, SubjectType } from '../cases/claim.ts';

export const ACCOUNT_STATUSES = ['active', 'closed_by_customer', 'banned', 'terminated'] as const;
/** What the program says of an account. */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export const FAILURE_CLASSES = [
  'ai_empty',
  'storage',
  'internal',
  'platform',
  'ai_infrastructure',
  'provider_rejected',
  'content_policy',
  'unknown',
] as const;
/** What kind of failure a program reported. */
export type FailureClass = (typeof FAILURE_CLASSES)[number];

export const GENERATION_STATUSES = ['charged', 'succeeded', 'failed', 'blocked'] as const;
export type GenerationStatus = (typeof GENERATION_STATUSES)[number];

export const LOT_SOURCES = ['order', 'bonus', 'trial', 'promotion', 'referral', 'subscription', 'courtesy'] as const;
/** Where a lot's credits come from; only those of an order are cashable. */
export type LotSource = (typeof LOT_SOURCES)[number];

export const DISPUTE_STATES = ['none', 'open', 'won', 'lost'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const GRANT_KINDS = ['courtesy', 'moderation', 'quality'] as const;
/** Kinds of credit grant that caps count. */
export type GrantKind = (typeof GRANT_KINDS)[number];

/** Instant (epoch ms) of the newest entry that was ever dropped from each bounded history: what is missing lies at or before it. Absent where nothing was. */
export type DroppedUntil<Name extends string> = { [K in Name]?: number };

/** Fields of a profile, each of which has an event time of its own. */
export type ProfileField = 'emails' | 'phone' | 'country' | 'isConsumer' | 'zone' | 'locale';

/** What a success may say of its result, each with an event time of its own. */
export type ResultField = 'deliverables' | 'deliveredStyle' | 'unusableScore' | 'guidelineViolation';

/** `<program>/<customer id>`: the unit of guarding, batching and erasure. */
export type CustomerKey = `${string}/${string}`;

/**
 * A customer of one program, with what is counted about them. `rev` guards everything that facts read about them:
 * every transaction that writes to any part of the file begins by raising it. Instants are epoch ms.
 */
export interface Customer {
  readonly key: CustomerKey;
  readonly program: string;
  readonly customerId: string;
  rev: number;
  status: AccountStatus;
  statusAt: number;
  /** Event time of the newest `customer.updated` that said something of each field. */
  profileAt: { [K in ProfileField]?: number };
  country?: string;
  isConsumer?: boolean;
  zone?: string;
  locale?: string;
  /** Keyed hashes of e-mail addresses and phone numbers. */
  emailHashes: string[];
  phoneHashes: string[];
  /** Earlier claims, oldest first, at most 1,000 of the last 400 days; the customer's own before those that the service filed. */
  claims: ClaimMark[];
  /** Granted cash decisions, oldest first, likewise bounded. */
  cashDecisions: { at: number; orderId: string; decisionId: string; reversed: boolean }[];
  /** Up to when the bounded histories may lack something: the customer's own claims, automatic ones, cash decisions. */
  droppedUntil?: DroppedUntil<'claims' | 'automatic' | 'refunds'>;
  /** Cases that are not closed. */
  openCases: { caseId: string; subjectType: SubjectType; subjectId: string; reason: ClaimReason; status: CaseStatus }[];
  erasedAt?: number;
}

/** One earlier claim as later facts need it. */
export interface ClaimMark {
  /** When it was received, and when the customer sent it. */
  at: number;
  sentAt: number;
  caseId: string;
  orderId?: string;
  /** Orders that paid the rest of the generation. */
  alsoOrderIds?: string[];
  generationId?: string;
  automatic: boolean;
  /** True while the case only waits for the customer; such a claim does not count as an earlier one. */
  needsInfo: boolean;
}

/** A wallet and the grants that count against caps. */
export interface Wallet {
  readonly key: string;
  readonly customerKey: CustomerKey;
  readonly program: string;
  readonly walletId: string;
  grants: WalletGrant[];
  /** Up to when grants of each kind may be missing. */
  droppedUntil?: DroppedUntil<GrantKind>;
}

/** A credit grant by a decision: what kind, when, and whether it was reversed since. */
export interface WalletGrant {
  at: number;
  kind: GrantKind;
  decisionId: string;
  reversed: boolean;
}

/** Credits granted together. `remaining` is the ledger's balance; spendable = remaining − held − forfeiting. */
export interface Lot {
  readonly key: string;
  readonly customerKey: CustomerKey;
  readonly program: string;
  readonly walletId: string;
  readonly lotId: string;
  readonly source: LotSource;
  readonly cashable: boolean;
  readonly orderId?: string;
  readonly createdAt: number;
  readonly total: number;
  remaining: number;
  /** Set aside while a cash decision, a dispute or a review is carried out; by whom, in `holds`. */
  held: number;
  holds: LotHold[];
  /** Promised back to this lot by a decision and not posted yet. */
  restoring: number;
  forfeiting: number;
  consumed: number;
  restored: number;
  voided: number;
  forfeited: number;
  delivered: number;
}

/** Who holds how much of a lot: a decision (`decision/<id>`) or a dispute (`dispute/<id>`). */
export interface LotHold {
  by: string;
  credits: number;
  /** Reviews' holds that this one took over, to be given back should it be released. */
  tookOver?: { by: string; credits: number }[];
}

/** A paid order, its money in minor units of `currency`, and its disputes. */
export interface Order {
  readonly key: string;
  readonly customerKey: CustomerKey;
  readonly program: string;
  readonly orderId: string;
  readonly walletId: string;
  readonly sku: string;
  readonly credits: number;
  readonly amountMinor: number;
  readonly taxMinor?: number;
  readonly currency: string;
  readonly provider: string;
  readonly paymentRef: string;
  readonly method?: string;
  payerEmailHash?: string;
  readonly paidAt: number;
  readonly withdrawalWaivedAt?: number;
  refundedMinor: number;
  refundingMinor: number;
  refundedExternallyMinor: number;
  /** What lost disputes took back; absent where none did. */
  chargedBackMinor?: number;
  /** What went back beyond what was paid, by whatever way: listed for a person. */
  overRefundedMinor: number;
  /** The provider's ids of refunds that it made on its own: each counts once, however often it is reported. */
  externalRefundIds?: string[];
  /** Those of them that were booked while a refund of ours was under way or had settled: its provider may have reported ours before it told us its id. `voidedCredits`: taken out of the lot with it; absent: none. */
  bookedBesideOurs?: { id: string; amountMinor: number; eventKey: string; voidedCredits?: number }[];
  /**
   * The provider's ids of refunds that we asked for: a report of one says nothing new, unless its payout ended without
   * having paid (`unpaid`): then nothing of it is posted here.
   */
  ownRefunds?: { id: string; amountMinor: number; unpaid?: true }[];
  refundsReversed: number;
  /** Refunds of ours that settled and were not reversed since; absent where none was. */
  refundsSettled?: number;
  cashSettled: boolean;
  duplicateOfOrderId?: string;
  firstRefundedAt?: number;
  disputes: { id: string; openedAt: number; closedAt?: number; outcome?: 'won' | 'lost' }[];
}

/** One generation (or any other charged action) and the lots that paid it. */
export interface Generation {
  readonly key: string;
  readonly customerKey: CustomerKey;
  readonly program: string;
  readonly generationId: string;
  readonly walletId: string;
  status: GenerationStatus;
  /** Event time that fixed the status: of a result, where there is one; it may lie before the charge's. */
  statusAt: number;
  readonly actorId?: string;
  readonly feature: string;
  readonly platform?: string;
  readonly surface: string;
  readonly credits: number;
  readonly quotedCredits?: number;
  readonly requestedStyle?: string;
  readonly chargedAt?: number;
  consumption: { lotId: string; credits: number; restored: number }[];
  /** `at`: first instant; `saidAt`: event time of the newest report, which class and source are from (absent: of before it was kept). */
  failure?: { class: FailureClass; source: string; confirmedBy: string[]; at: number; saidAt?: number };
  succeededAt?: number;
  deliverables?: string[];
  deliveredStyle?: string;
  unusableScore?: number;
  guidelineViolation?: boolean;
  /** Event time of the newest success that said something of each of these. */
  resultSaidAt?: { [K in ResultField]?: number };
  deliveries: { how: string; at: number }[];
  /** Restored or promised, courtesy included, reversed ones left out. */
  creditsRestored: number;
  /** The decision whose remedy stands; absent where none does. */
  remedyDecisionId?: string;
  remediesReversed: number;
  /** The case that the service filed on its failure: at most one. */
  automaticCaseId?: string;
  /** Event ids that contradicted a reserved remedy: no money moved, a person should look. */
  contradictions: string[];
}

/** All that one customer's facts read, loaded together and changed together under `customer.rev`. */
export interface CustomerFile {
  customer: Customer;
  wallets: Map<string, Wallet>;
  lots: Map<string, Lot>;
  orders: Map<string, Order>;
  /** Only those that the batch names, by generation id. */
  generations: Map<string, Generation>;
}
