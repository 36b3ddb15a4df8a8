import type { ClaimChannel, ClaimIssue, ClaimReason, RequestedRemedy, SubjectType } from '../cases/claim.ts';
import type {
  AccountStatus,
  DisputeState,
  FailureClass,
  GenerationStatus,
  GrantKind,
  LotSource,
} from '../customers/customer-file.ts';

/**
 * Everything that the rules may look at, frozen when a case is decided and stored with the decision.
 * Instants are epoch milliseconds, amounts minor units, credits integers. An absent property was never reported.
 * Holds no personal data: ids, field names and the outcomes of comparisons only.
 */
export interface CaseRecord {
  readonly schema: 1;
  /** Version of derivations, operators, amounts, trace and messages under which this record is decided. */
  readonly semantics: number;
  readonly program: string;
  /** The decision's instant. */
  readonly at: number;
  readonly claim: RecordedClaim;
  /** False where the subject does not exist in this program or is somebody else's. */
  readonly subjectKnown: boolean;
  readonly customer: RecordedCustomer;
  readonly wallet?: RecordedWallet;
  /** The subject order, or the one whose lot paid most of the subject generation. */
  readonly order?: RecordedOrder;
  readonly generation?: RecordedGeneration;
  /** The program's complete and partial incidents that may matter here, oldest first. */
  readonly incidents: readonly RecordedIncident[];
  /** Digests of the content-addressed calendars by which days are counted. */
  readonly calendars: { readonly zone: string; readonly holidays: string };
}

/** The claim as filed, without free text. */
export interface RecordedClaim {
  readonly id: string;
  readonly automatic: boolean;
  readonly reason: ClaimReason;
  readonly issue: ClaimIssue;
  readonly remedy: RequestedRemedy;
  readonly channel: ClaimChannel;
  readonly subject: { readonly type: SubjectType; readonly id: string };
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Names of the non-empty fields, sorted. */
  readonly fields: readonly string[];
  readonly evidence: readonly string[];
  /** Absent without a sender; each flag absent where the sender gave no such identifier. */
  readonly sender?: { readonly emailKnown?: boolean; readonly phoneKnown?: boolean };
  readonly locale: string;
  /** A case on the same subject and reason that waits for a person: a finding that would refer becomes `no_action`, ALREADY_OPEN. */
  readonly openCaseId?: string;
}

export const HISTORY_NAMES = ['claims', 'orders', 'refunds', 'refunded_orders'] as const;
/** Bounded histories of a customer. */
export type HistoryName = (typeof HISTORY_NAMES)[number];

/** The claimant and a bounded history (400 days, 1,000 instants). */
export interface RecordedCustomer {
  readonly id: string;
  readonly status: AccountStatus;
  readonly country?: string;
  readonly isConsumer?: boolean;
  /** IANA zone in which days are counted: the customer's, else the program's. */
  readonly zone: string;
  readonly claimedAt: readonly number[];
  readonly paidAt: readonly number[];
  /** Granted cash decisions, at the decision. */
  readonly refundedAt: readonly number[];
  /** Orders refunded in cash, each at its first refund and with the instant it was paid. */
  readonly refundedOrders: readonly {
    readonly orderId: string;
    readonly paidAt: number;
    readonly refundedAt: number;
  }[];
  /** Whether something within 400 days is left out of any history. */
  readonly historyTruncated: boolean;
  /** Which histories that is, sorted; absent where none is. Older records do not say: there it may be any. */
  readonly truncated?: readonly HistoryName[];
}

/** The wallet concerned: grants that count against caps, and, where the account is banned or terminated, the lots that can be forfeited. */
export interface RecordedWallet {
  readonly id: string;
  readonly courtesyGrantedAt: readonly number[];
  readonly moderationRestoredAt: readonly number[];
  readonly qualityRefundedAt: readonly number[];
  readonly historyTruncated: boolean;
  /** Kinds of which grants are left out, sorted; absent where none are, and in older records. */
  readonly truncated?: readonly GrantKind[];
  readonly lots: readonly RecordedLot[];
}

/** A lot's counters; what is spendable is remaining − held − forfeiting. */
export interface RecordedLot {
  readonly id: string;
  readonly source: LotSource;
  readonly cashable: boolean;
  readonly orderId?: string;
  readonly createdAt: number;
  readonly total: number;
  readonly remaining: number;
  readonly held: number;
  readonly restoring: number;
  readonly forfeiting: number;
  readonly consumed: number;
  readonly restored: number;
  readonly voided: number;
  readonly forfeited: number;
  /** Credits spent on generations that succeeded, net of restores. */
  readonly delivered: number;
}

/** The order concerned, its money and its lot. */
export interface RecordedOrder {
  readonly id: string;
  readonly sku: string;
  readonly provider: string;
  readonly method?: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly paidAt: number;
  /** Settled refunds by this service. */
  readonly refundedMinor: number;
  /** Promised or under way and not settled. */
  readonly refundingMinor: number;
  readonly refundedExternallyMinor: number;
  /** What lost disputes took back; absent where none did. */
  readonly chargedBackMinor?: number;
  /** Whether a cash payout of this service settled and was not reversed. */
  readonly cashSettled: boolean;
  /** Reversed or finally failed refunds before this one: with those that settled, it numbers the next effect key. */
  readonly refundsReversed: number;
  /** Refunds that settled and stand; absent where none does. */
  readonly refundsSettled?: number;
  readonly creditsBought: number;
  readonly lot: RecordedLot;
  readonly duplicateOfOrderId?: string;
  readonly dispute: DisputeState;
  readonly disputeOpenedAt?: number;
  /** Absent where the claim that would tell may have been dropped from the history. */
  readonly contactedBeforeDispute?: boolean;
  readonly withdrawalWaived: boolean;
  readonly previousSameOrderPaidAt?: number;
}

/** The generation that the claim is about. */
export interface RecordedGeneration {
  readonly id: string;
  readonly status: GenerationStatus;
  readonly feature: string;
  readonly platform?: string;
  readonly surface: string;
  readonly credits: number;
  readonly quotedCredits?: number;
  readonly chargedAt?: number;
  /** Restored or promised, courtesy included, reversed ones left out. */
  readonly creditsRestored: number;
  readonly restored: boolean;
  readonly remediesReversed: number;
  readonly consumption: readonly { readonly lotId: string; readonly credits: number; readonly restored: number }[];
  readonly failure?: {
    readonly class: FailureClass;
    readonly source: string;
    readonly confirmedBy: readonly string[];
    readonly at: number;
  };
  readonly succeededAt?: number;
  readonly deliveries: readonly { readonly how: string; readonly at: number }[];
  /** Absent without an actor. */
  readonly actorIsHolder?: boolean;
  readonly requestedStyle?: string;
  readonly deliveredStyle?: string;
  readonly unusableScore?: number;
  readonly guidelineViolation?: boolean;
  /** Absent where such claims may have been dropped from the history. */
  readonly earlierClaims?: number;
}

/** A program-wide outage, as reported. */
export interface RecordedIncident {
  readonly id: string;
  readonly severity: 'complete' | 'partial';
  readonly openedAt: number;
  readonly closedAt?: number;
  readonly remedyOffered?: boolean;
}
