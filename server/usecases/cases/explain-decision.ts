import { AppError } from '../../contract/error-registry.ts';
import type { TraceView } from '../../contract/http/trace-view.ts';
import { rebuildInput } from './rebuild-input.ts';
import type { ReplayDeps } from './replay-decision.ts';
import { traceDecision } from './trace-decision.ts';

/** The full trace of a stored decision, rebuilt from its record and versions. Throws DECISION_NOT_FOUND. */
export async function explainDecision(deps: ReplayDeps, id: string): Promise<TraceView> {
  const [stored] = await deps.reads.findDecisions([id]);
  if (stored === undefined) throw new AppError('DECISION_NOT_FOUND', `There is no decision ${id}.`);
  return traceDecision(await rebuildInput(deps, stored), stored.decision, id);
}
