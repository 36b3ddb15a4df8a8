import { AppError } from '../../contract/error-registry.ts';
import { coversGrants } from '../../core/access/check-grants.ts';
import { KEY_VERBS } from '../../core/access/key-verb.ts';
import type { KeyVerb } from '../../core/access/key-verb.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { ALL_PROGRAMS } from '../../core/access/role.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { ApiKey, ApiKeys } from '../../ports/api-keys.ts';
import type { Clock, Ids } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';
import { draftNote } from '../audit/note.ts';

/** What the use cases about keys need. */
export interface KeyDeps {
  readonly apiKeys: ApiKeys;
  readonly policies: Pick<Policies, 'listPolicies'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Makes a secret, and hashes one. */
  readonly secrets: { generate(): string; hash(secret: string): string };
}

/** A key to make. */
export interface KeyToMake {
  readonly name: string;
  readonly programs: readonly string[];
  readonly verbs: readonly KeyVerb[];
}

/** Makes a key; its secret is known here alone. Throws FORBIDDEN beyond the actor's own programs, PROGRAM_NOT_FOUND. */
export async function createApiKey(
  deps: KeyDeps,
  wanted: KeyToMake,
  actor: RequestActor,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  if (actor.kind !== 'system' && !coversGrants(actor.grants, [{ role: 'admin', programs: wanted.programs }])) {
    throw new AppError('FORBIDDEN', 'You can make keys only for programs that you administrate yourself.');
  }
  const known = await deps.policies.listPolicies();
  const unknown = wanted.programs.filter(
    (program) => program !== ALL_PROGRAMS && (program === FLOOR_POLICY || !known.includes(program)),
  );
  if (unknown.length > 0) {
    throw new AppError('PROGRAM_NOT_FOUND', `There is no program ${unknown.join(', ')}.`, {
      errors: wanted.programs.flatMap((program, at) =>
        unknown.includes(program)
          ? [{ pointer: `/programs/${at}`, code: 'unknown_program', message: 'is not a program of this service' }]
          : [],
      ),
    });
  }
  const secret = deps.secrets.generate();
  const key: ApiKey = {
    id: deps.ids.next(),
    name: wanted.name,
    secretHash: deps.secrets.hash(secret),
    programs: wanted.programs.includes(ALL_PROGRAMS) ? [ALL_PROGRAMS] : [...new Set(wanted.programs)],
    verbs: KEY_VERBS.filter((verb) => wanted.verbs.includes(verb)),
    createdAt: deps.clock.now(),
  };
  const audit = draftNote(deps, actor, {
    action: 'api_key.created',
    subject: { type: 'api_key', id: key.id },
    after: { name: key.name, programs: [...key.programs], verbs: [...key.verbs] },
  });
  await deps.apiKeys.append(key, audit);
  return { key, secret };
}
