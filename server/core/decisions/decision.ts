import type { Effect } from '../policies/ruleset.ts';
import type { Remedy } from './remedy.ts';

export const DISPOSITIONS = ['granted', 'denied', 'referred', 'needs_info', 'no_action'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Disposition that each effect of a finding leads to. */
export const DISPOSITION_OF: Readonly<Record<Effect, Disposition>> = {
  grant: 'granted',
  deny: 'denied',
  refer: 'referred',
  needs_info: 'needs_info',
  no_action: 'no_action',
};

/** What a decision promises; reserved in its transaction, posted by a worker. Credits and minor units are positive integers. */
export type PlannedEffect =
  | {
      readonly kind: 'credit_restore';
      readonly key: string;
      readonly generationId: string;
      readonly walletId: string;
      readonly lots: readonly LotAmount[];
      readonly credits: number;
      readonly grant: 'moderation' | 'quality' | 'failure';
    }
  | {
      readonly kind: 'courtesy_credit';
      readonly key: string;
      readonly generationId: string;
      readonly walletId: string;
      readonly credits: number;
    }
  | {
      readonly kind: 'cash_refund';
      readonly key: string;
      readonly orderId: string;
      readonly lotId: string;
      readonly amountMinor: number;
      readonly currency: string;
      readonly provider: string;
      readonly holdCredits: number;
    }
  | {
      readonly kind: 'credit_hold';
      readonly key: string;
      readonly orderId: string;
      readonly lotId: string;
      readonly credits: number;
    }
  | {
      readonly kind: 'credit_forfeit';
      readonly key: string;
      readonly walletId: string;
      readonly lots: readonly LotAmount[];
      readonly credits: number;
    }
  | { readonly kind: 'account_action'; readonly key: string; readonly action: 'suspend' };

export type EffectKind = PlannedEffect['kind'];
export interface LotAmount {
  readonly lotId: string;
  readonly credits: number;
}

/** A version as decisions cite it. */
export interface VersionRef {
  readonly policy: string;
  readonly number: number;
  readonly digest: string;
}

/** States of all leaves of a ruleset, a character each in rule order, with the facts that were read: enough to rebuild the full tree. */
export interface CompactTrace {
  /** One character a rule: h held, f failed, u unknown, o off. */
  readonly rules: string;
  /** One character a leaf, in rule order, depth first: h, f, u, n (not applicable), o. */
  readonly leaves: string;
}

/** One ruleset's outcome on one record. */
export interface RulesetOutcome {
  readonly version: VersionRef;
  readonly trace: CompactTrace;
  /** Name of the first decisive rule; absent where none held and none was unknown (the floor), or facts were missing. */
  readonly rule?: string;
  readonly missing: readonly string[];
}

/** One candidate version with its floor, evaluated. */
export interface CandidateOutcome {
  readonly basis: 'request_time' | 'purchase_time';
  readonly policy: RulesetOutcome;
  readonly floor?: RulesetOutcome;
  /** Which of the two rulesets the candidate's finding comes from. */
  readonly decidedBy: 'policy' | 'floor';
  readonly disposition: Disposition;
  readonly reasonCode: string;
}

/** The failed condition that alone kept a better finding from firing. */
export interface NearMiss {
  readonly rule: string;
  readonly fact: string;
  readonly operator: string;
  readonly parameter?: string;
  /** In the operator's own unit (ms, count, basis points, integer); absent where nothing can be measured. */
  readonly margin?: number;
  readonly words: { readonly en: string; readonly zh: string };
}

/** The outcome of one adjudication, before it is given an id: what `decide` answers. Canonicalisable: no undefined, no floats. */
export interface DecisionDraft {
  readonly semantics: number;
  readonly disposition: Disposition;
  readonly remedy: Remedy | null;
  readonly credits: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly reasonCode: string;
  readonly clauseIds: readonly string[];
  readonly missing: readonly string[];
  readonly queue: string | null;
  readonly policyVersion: VersionRef;
  readonly floorVersion: VersionRef | null;
  /** Which of `candidates` decided. */
  readonly decisive: number;
  readonly candidates: readonly CandidateOutcome[];
  readonly effects: readonly PlannedEffect[];
  readonly nearMiss: NearMiss | null;
  readonly message: { readonly customer: string; readonly internal: string; readonly locale: string };
}
