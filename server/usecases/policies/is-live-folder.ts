import type { DraftDeps, PolicyFolderContent } from '../drafts/draft-deps.ts';
import { exportPolicy } from './export-policy.ts';

/** Whether files say exactly what an export of the version in force would: a draft of them would change nothing. */
export async function isLiveFolder(deps: DraftDeps, folder: PolicyFolderContent): Promise<boolean> {
  const { policy } = folder.content;
  if (!(await deps.policies.listPolicies()).includes(policy)) return false;
  const { files } = await exportPolicy(deps, policy, undefined);
  const given = [...deps.files.render(folder)];
  return given.length === Object.keys(files).length && given.every(([path, text]) => files[path] === text);
}
