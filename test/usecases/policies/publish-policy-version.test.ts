import { beforeEach, describe, expect, it } from 'vitest';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { loadPolicyFolder } from '../../../server/main/load-policy-folder.ts';
import { folderOf } from '../../golden/bench.ts';
import { ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
let content: PolicyContent;
beforeEach(async () => {
  world = new ServiceWorld();
  ({ content } = await loadPolicyFolder(folderOf('anumi')));
});
const versions = () => [...world.stores.tables.versions.values()].map((version) => version.number);

describe('publishing', () => {
  it('lets a first version take effect in the past, with activation and audit event', async () => {
    const version = await world.publish(content, Date.UTC(2020, 0, 1));
    expect(version).toMatchObject({
      policy: 'anumi',
      number: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect([...world.stores.tables.activations.values()]).toMatchObject([
      { policy: 'anumi', number: 1, effectiveFrom: Date.UTC(2020, 0, 1), recordedAt: world.now },
    ]);
    expect([...world.stores.tables.auditEvents.values()]).toMatchObject([
      { action: 'policy_version.published', actor: 'test', detail: { digest: version.digest } },
    ]);
  });

  it('refuses a later one that every process could not have read in time, to the millisecond', async () => {
    await world.publish(content, 0);
    await expect(world.publish(content, world.now + 4_999)).rejects.toMatchObject({
      code: 'POLICY_INVALID',
      errors: [{ pointer: '/effectiveFrom', code: 'too_soon' }],
    });
    expect(await world.publish(content, world.now + 5_000)).toMatchObject({ number: 2 });
  });

  it('refuses what the lint finds, with the places, and writes nothing', async () => {
    const [first, ...rules] = content.ruleset.rules;
    const broken = {
      ...content,
      ruleset: {
        ...content.ruleset,
        rules: [first, first, ...rules].flatMap((rule) => (rule === undefined ? [] : [rule])),
      },
    };
    const error = await world.publish(broken, 0).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code: 'POLICY_INVALID' });
    expect((error as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
    expect(versions()).toEqual([]);
    expect(world.stores.tables.auditEvents.size).toBe(0);
  });

  it('gives a number to one of two who publish at once and tells the other', async () => {
    await world.publish(content, 0);
    const at = world.now + 60_000;
    const results = await Promise.allSettled([
      world.publish({ ...content, name: 'a' }, at),
      world.publish({ ...content, name: 'b' }, at),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(versions()).toEqual([1, 2]);
  });
});
