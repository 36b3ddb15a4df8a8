import type { Parameter } from './parameter.ts';
import type { Ruleset } from './ruleset.ts';

export const VERSION_BASES = ['request_time', 'purchase_time', 'more_generous'] as const;
/** Which version governs a claim: that in force at receipt, at purchase, or the better of the two for the customer. */
type VersionBasis = (typeof VERSION_BASES)[number];

/** The policy id of the statutory floor. */
export const FLOOR_POLICY = 'statutory-floor';

/** Customer texts by reason code and locale; `{amount}`, `{credits}`, `{missing}` are filled in. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The content of a policy: what an owner edits and an approver approves. Everything in it is immutable once numbered. */
export interface PolicyContent {
  readonly policy: string;
  readonly name: string;
  readonly zone: string;
  /** Country whose holidays count where the customer's is unknown. */
  readonly country: string;
  readonly versionBasis: VersionBasis;
  readonly defaultLocale: string;
  readonly parameters: readonly Parameter[];
  readonly ruleset: Ruleset;
  /** locale → reason code → text. */
  readonly messages: Messages;
  /** Promised times, for information and, later, deadlines. */
  readonly clocks: readonly Clock[];
  /** Clause ids of the published text that this policy carries out, with a short paraphrase. */
  readonly clauses: readonly { readonly id: string; readonly paraphrase: string }[];
}

/** One promised time of the published text. */
interface Clock {
  readonly name: string;
  readonly clause?: string;
  readonly amount: number;
  readonly atMost?: number;
  readonly unit: 'seconds' | 'hours' | 'business_days';
  readonly provenance: 'stated' | 'assumed';
}

/** A numbered, immutable snapshot. `digest` covers the canonical content. */
export interface PolicyVersion {
  readonly policy: string;
  readonly number: number;
  readonly digest: string;
  readonly content: PolicyContent;
}

/** Append-only: from `effectiveFrom` (epoch ms) on, version `number` governs. A withdrawal names the activation that it takes back. */
export interface Activation {
  readonly id: string;
  readonly policy: string;
  readonly number: number;
  readonly effectiveFrom: number;
  readonly recordedAt: number;
  readonly withdraws?: string;
}
