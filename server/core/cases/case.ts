import type {
  CaseStatus,
  ClaimChannel,
  ClaimIssue,
  ClaimReason,
  EvidenceKind,
  RequestedRemedy,
  SubjectType,
} from './claim.ts';
import type { Disposition, EffectKind } from '../decisions/decision.ts';
import type { CustomerKey } from '../customers/customer-file.ts';

/** A claim as kept with its case: names and comparisons, never the customer's words (those are in `personal`). Instants are epoch ms. */
export interface Claim {
  readonly automatic: boolean;
  readonly reason: ClaimReason;
  readonly issue: ClaimIssue;
  readonly remedy: RequestedRemedy;
  readonly channel: ClaimChannel;
  readonly subject: { readonly type: SubjectType; readonly id: string };
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Names of the non-empty fields, sorted; grows when the customer completes the claim. */
  fields: string[];
  evidence: EvidenceKind[];
  /** Keyed hashes of what the sender gave. */
  sender?: { emailHash?: string; phoneHash?: string };
  readonly locale?: string;
}

export const EFFECT_STATES = ['reserved', 'posted', 'released', 'reversed', 'proposed'] as const;
/** Promised by a decision; carried out in the ledger; given back unposted; undone after posting; suggested to the program. */
export type EffectState = (typeof EFFECT_STATES)[number];

/** One effect of the case's decision and how far it is. */
export interface CaseEffect {
  readonly key: string;
  readonly kind: EffectKind;
  readonly decisionId: string;
  state: EffectState;
}

/** Why a closed case is closed, where that is not its decision alone. */
export type CaseClosure = 'decided' | 'superseded' | 'already_paid';

/** The record opened to settle one claim. */
export interface Case {
  readonly id: string;
  readonly program: string;
  readonly customerKey: CustomerKey;
  readonly customerId: string;
  readonly claim: Claim;
  status: CaseStatus;
  readonly openedAt: number;
  updatedAt: number;
  decisionId: string;
  disposition: Disposition;
  reasonCode: string;
  queue?: string;
  /** All decisions on this case, oldest first. */
  decisionIds: string[];
  effects: CaseEffect[];
  closure?: CaseClosure;
  supersededBy?: string;
  /** The open case about the same thing that answers this one. */
  duplicateOfCaseId?: string;
  /** Number of the last webhook message about this case. */
  sequence: number;
}
