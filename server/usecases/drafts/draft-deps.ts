import type { ClauseAccount } from '../../contract/rules/clauses-schema.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { PolicyFile } from '../../contract/rules/policy-file-schema.ts';
import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { PolicyDraft } from '../../core/policies/draft.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Drafts } from '../../ports/drafts.ts';
import type { CalendarLibrary, Clock, Ids, Log } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';
import type { Reads } from '../../ports/reads.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';

/** A draft with cases of the contract's form. */
export type GoldenDraft = PolicyDraft<GoldenCase>;

/** What stands beside a policy's content in its folder of files. */
export interface PolicyBeside {
  /** RFC 3339 instant from which the first version governs. */
  readonly effectiveFrom: string;
  readonly provenance: PolicyFile['provenance'];
  readonly providers: readonly string[];
  readonly clauseAccounts: readonly ClauseAccount[];
  /** Golden cases with their file names, sorted by file name. */
  readonly cases: readonly { readonly file: string; readonly golden: GoldenCase }[];
}

/** A policy as a folder of files holds it. */
export interface PolicyFolderContent extends PolicyBeside {
  readonly content: PolicyContent;
}

/** Policies as files: what is shipped, and the way to and from text. */
export interface PolicyFiles {
  /** What is shipped with the service for a policy; null where nothing is. */
  findShipped(policy: string): Promise<PolicyFolderContent | null>;
  /** Path to text, byte-stable. */
  render(folder: PolicyFolderContent): ReadonlyMap<string, string>;
  /** Throws POLICY_INVALID, naming the file and the place in it. */
  parse(files: Readonly<Record<string, string>>): PolicyFolderContent;
}

/** What the life of policy versions needs. */
export interface DraftDeps {
  readonly policies: Policies;
  readonly drafts: Drafts;
  readonly catalogue: PolicyCatalogue;
  readonly dictionary: FactDictionary;
  readonly calendars: Pick<CalendarLibrary, 'resolve' | 'get' | 'isZone'>;
  readonly files: PolicyFiles;
  readonly trail: Pick<AuditTrail, 'append'>;
  readonly reads: Pick<Reads, 'findCase' | 'findDecisions' | 'listDecisions' | 'findIdempotency'>;
  /** Display names of `user/<id>`, `key/<id>`, `system/<part>`; an unknown one is absent. */
  readonly findNames: (actors: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
