import type { DecideInput } from '../../engine/decide/candidate.ts';
import type { Candidate, Candidates, CompiledVersion } from '../../engine/decide/candidate.ts';
import type { RulesetOutcome } from '../../core/decisions/decision.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { CalendarLibrary } from '../../ports/platform.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';

/** What rebuilding a decision's input needs: immutable things alone. */
export interface RebuildDeps {
  readonly catalogue: Pick<PolicyCatalogue, 'find'>;
  readonly calendars: Pick<CalendarLibrary, 'get'>;
}

/** The input that a stored decision was made from: its record, the versions that it names, the calendars that the record names. */
export async function rebuildInput(deps: RebuildDeps, stored: StoredDecision): Promise<DecideInput> {
  const calendars = await deps.calendars.get(stored.record.calendars);
  const candidates = await Promise.all(
    stored.decision.candidates.map(async (outcome): Promise<Candidate> => {
      const policy = await findNamed(deps, outcome.policy);
      return {
        basis: outcome.basis,
        ...policy,
        ...(outcome.floor === undefined ? {} : { floor: await findNamed(deps, outcome.floor) }),
      };
    }),
  );
  return { record: stored.record, calendars, candidates: toCandidates(candidates), ids: { decisionId: stored.id } };
}

function toCandidates([first, second]: readonly Candidate[]): Candidates {
  if (first === undefined) throw new Error('A decision names no candidate');
  return second === undefined ? [first] : [first, second];
}

async function findNamed(deps: RebuildDeps, { version }: RulesetOutcome): Promise<CompiledVersion> {
  const found = await deps.catalogue.find(version.policy, version.number);
  if (found === null)
    throw new AppError('POLICY_VERSION_NOT_FOUND', `Version ${version.number} of ${version.policy} does not exist.`);
  return found;
}
