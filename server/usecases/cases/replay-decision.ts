import { AppError } from '../../contract/error-registry.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import { compareDecisions, type Difference } from '../../core/decisions/compare-decisions.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import type { DecideInput } from '../../engine/decide/candidate.ts';
import { decide } from '../../engine/decide/decide.ts';
import { decideEngineError } from '../../engine/decide/decide-engine-error.ts';
import type { Reads } from '../../ports/reads.ts';
import { rebuildInput, type RebuildDeps } from './rebuild-input.ts';

/** Whether a replay gave the same bytes, and where it did not. */
export interface Replay {
  readonly identical: boolean;
  readonly differences: readonly Difference[];
}

export interface ReplayDeps extends RebuildDeps {
  readonly reads: Pick<Reads, 'findDecisions'>;
}

/** A record that somebody changed may be beyond deciding: that, too, is a difference and no failure of the replay. */
function decideAgain(input: DecideInput): DecisionDraft {
  try {
    return decide(input);
  } catch {
    return decideEngineError(input);
  }
}

/** Runs a stored decision again from its record and versions and compares everything, byte for byte over canonical JSON. Throws DECISION_NOT_FOUND. */
export async function replayDecision(deps: ReplayDeps, id: string): Promise<Replay> {
  const [stored] = await deps.reads.findDecisions([id]);
  if (stored === undefined) throw new AppError('DECISION_NOT_FOUND', `There is no decision ${id}.`);
  const input = await rebuildInput(deps, stored);
  const again = stored.decision.reasonCode === 'ENGINE_ERROR' ? decideEngineError(input) : decideAgain(input);
  const differences: Difference[] = [...compareDecisions(stored.decision, again)];
  const recordDigest = digestOf('case_record', canonicalise(stored.record));
  if (recordDigest !== stored.recordDigest)
    differences.push({ path: '/recordDigest', stored: stored.recordDigest, again: recordDigest });
  return { identical: differences.length === 0, differences };
}
