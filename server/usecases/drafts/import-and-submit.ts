import { AppError } from '../../contract/error-registry.ts';
import type { GateView } from '../../contract/http/policy-gate-view.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { DraftDeps, GoldenDraft, PolicyFolderContent } from './draft-deps.ts';
import { draftFolder } from './import-policy.ts';
import { getPolicyVersion } from './present-version.ts';
import { submitDraft } from './submit-draft.ts';

/** What became of imported files: a draft, submitted where its gate was open, else what keeps it shut. */
export interface ImportOutcome {
  readonly draft: GoldenDraft;
  readonly submitted: boolean;
  readonly reasons: GateView['reasons'];
}

/**
 * Makes a draft of a folder and submits it where nothing keeps its gate shut. It is approved like any other, and never
 * published from here. `effectiveFrom` counts where it lies in the future. Throws POLICY_INVALID, INVALID_REQUEST.
 */
export async function importAndSubmit(
  deps: DraftDeps,
  actor: RequestActor,
  folder: PolicyFolderContent,
  reason: string,
): Promise<ImportOutcome> {
  const draft = await draftFolder(deps, actor, folder, 'import');
  const { gate } = await getPolicyVersion(deps, draft.id);
  if (!gate.open) return { draft, submitted: false, reasons: gate.reasons };
  const wanted = Date.parse(folder.effectiveFrom);
  try {
    const effectiveAt = wanted > deps.clock.now() ? wanted : null;
    return {
      draft: await submitDraft(deps, actor, draft.id, { effectiveAt, zone: folder.content.zone, reason }),
      submitted: true,
      reasons: [],
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'GATE_CLOSED')
      return { draft, submitted: false, reasons: gate.reasons };
    throw error;
  }
}
