import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { DraftState, PolicyDraft } from '../core/policies/draft.ts';
import type { IdempotencyRecord } from './unit-of-work.ts';
import type { Activation, PolicyContent, PolicyVersion } from '../core/policies/policy-version.ts';

/** What a draft said at one revision; never changed, so that a stale save can be told from what it began with. */
export interface DraftRevision {
  readonly draftId: string;
  readonly revision: number;
  readonly content: PolicyContent;
  readonly cases: PolicyDraft['cases'];
  readonly savedBy: string;
  readonly savedAt: number;
}

/** A draft without what it says, for lists. */
export type DraftSummary = Omit<PolicyDraft, 'content' | 'cases' | 'accepted' | 'acknowledgements' | 'beside'>;

/** An activation that takes another one back, whose instant is `effectiveFrom` (epoch ms). */
export interface Withdrawal {
  readonly activation: Activation;
  readonly effectiveFrom: number;
  readonly leadMs: number;
}

/** One change of a draft's life, all or nothing. */
export interface DraftChange {
  readonly draft: PolicyDraft;
  /** `rev` that the change began from; null creates the draft. */
  readonly fromRev: number | null;
  /** What is said from now on, where it was saved. */
  readonly revision?: DraftRevision;
  /** What an approval publishes. Refused by the store where its instant is nearer than `leadMs` by the primary's clock. */
  readonly publish?: { readonly version: PolicyVersion; readonly activation: Activation; readonly leadMs: number };
  /** Activations that take others back, under the same condition as to those ones' instants. */
  readonly withdrawals?: readonly Withdrawal[];
  /** Other drafts that change with it, or that must not change meanwhile: each from the `rev` before its own. */
  readonly others?: readonly PolicyDraft[];
  /** That the request has had its effect, so that a repeat of it has none. */
  readonly done?: IdempotencyRecord;
  readonly audits: readonly AuditEvent[];
}

/** `moved`: somebody changed a draft since, or an instant came too near. `taken`: the id, the version's number or the mark of the request is in use. */
export type DraftOutcome = 'committed' | 'moved' | 'taken';

/** Which drafts to list; absent: any. */
interface DraftFilter {
  readonly policies?: readonly string[];
  readonly states?: readonly DraftState[];
}

/** Policy versions on their way: mutable under optimistic concurrency, kept for good. */
export interface Drafts {
  find(id: string): Promise<PolicyDraft | null>;
  /** The draft that became version `number`; null for one that was published without. */
  findByNumber(policy: string, number: number): Promise<PolicyDraft | null>;
  findRevision(draftId: string, revision: number): Promise<DraftRevision | null>;
  /** Newest change first. */
  list(filter: DraftFilter): Promise<DraftSummary[]>;
  /** Highest sequence of a policy's drafts; 0 where there is none. */
  findLastSequence(policy: string): Promise<number>;
  commit(change: DraftChange): Promise<DraftOutcome>;
}
