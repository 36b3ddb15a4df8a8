import { expect, it } from 'vitest';
import type { RequestActor } from '../../../server/core/access/request-actor.ts';
import type { Grant } from '../../../server/core/access/role.ts';
import { lookUp } from '../../../server/usecases/screens/look-up.ts';
import { buildUser, grant } from '../../builders/users.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';

const actorOf = (...grants: Grant[]): RequestActor => ({ kind: 'user', id: 'asks', name: 'Asks', grants });

it('a user is found by those alone who see them in the list: who reads users in a program of theirs', async () => {
  const stores = { ...createMemoryStores(() => 0), apiKeys: { list: async () => [] } };
  const users = {
    theirs: [grant('reviewer', 'photoroom')],
    shared: [grant('reviewer', 'photoroom'), grant('auditor', 'anumi')],
    everywhere: [grant('reviewer')],
    nobody: [],
  };
  for (const [id, grants] of Object.entries(users))
    await stores.users.append(buildUser({ id, email: `${id}@example.com`, grants }), {
      id: `made-${id}`,
      action: 'user.created',
      actor: 'system/test',
      at: 0,
      subject: { type: 'user', id },
    });
  const found = async (...grants: Grant[]): Promise<string[]> => {
    const hits = await Promise.all(Object.keys(users).map((id) => lookUp(stores, id, actorOf(...grants))));
    return hits.flat().map(({ id }) => id);
  };
  expect(await found(grant('admin', 'anumi'))).toEqual(['shared', 'everywhere']);
  expect(await found(grant('auditor'))).toEqual(['theirs', 'shared', 'everywhere', 'nobody']);
  expect(await found(grant('reviewer'))).toEqual([]);
});
