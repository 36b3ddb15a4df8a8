import type { Calendars } from '../../core/calendars/calendar.ts';
import type { PolicyVersion } from '../../core/policies/policy-version.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { CompiledRuleset } from '../compile/compiled-ruleset.ts';

/** A version with its ruleset compiled. */
export interface CompiledVersion {
  readonly version: PolicyVersion;
  readonly policy: CompiledRuleset;
}

/** A version that may govern a case, the floor in force at the same instant beside it: applied while the policy's switch is on. */
export interface Candidate extends CompiledVersion {
  readonly basis: 'request_time' | 'purchase_time';
  readonly floor?: CompiledVersion;
}

/** One version, or two of which the better for the customer decides. */
export type Candidates = readonly [Candidate] | readonly [Candidate, Candidate];

/** Everything that a decision depends on. `decisionId` names those effects that belong to this decision alone. */
export interface DecideInput {
  readonly record: CaseRecord;
  readonly calendars: Calendars;
  readonly candidates: Candidates;
  readonly ids: { readonly decisionId: string };
}
