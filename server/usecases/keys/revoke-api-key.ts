import { AppError } from '../../contract/error-registry.ts';
import { coversGrants } from '../../core/access/check-grants.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { ApiKey } from '../../ports/api-keys.ts';
import { draftNote } from '../audit/note.ts';
import type { KeyDeps } from './create-api-key.ts';

/** Revokes a key for good; processes notice within seconds. Throws API_KEY_NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE. */
export async function revokeApiKey(
  deps: KeyDeps,
  { id, reason }: { readonly id: string; readonly reason: string },
  actor: RequestActor,
): Promise<ApiKey> {
  const key = (await deps.apiKeys.list()).find((one) => one.id === id);
  if (key === undefined) throw new AppError('API_KEY_NOT_FOUND', `There is no API key ${id}.`);
  if (actor.kind !== 'system' && !coversGrants(actor.grants, [{ role: 'admin', programs: key.programs }])) {
    throw new AppError('FORBIDDEN', 'This key is for programs that you do not administrate.');
  }
  const at = deps.clock.now();
  const audit = draftNote(deps, actor, { action: 'api_key.revoked', subject: { type: 'api_key', id }, reason });
  if (!(await deps.apiKeys.revoke(id, at, audit)))
    throw new AppError('CHANGED_MEANWHILE', 'This key is revoked already.');
  return { ...key, revokedAt: at };
}
