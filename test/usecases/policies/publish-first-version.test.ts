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

describe('publishing a first version', () => {
  it('lets it take effect in the past, with activation and audit event', async () => {
    const version = await world.publishFirst(content, Date.UTC(2020, 0, 1));
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

  it('is for a policy that has no version: a later one is drafted and approved', async () => {
    await world.publishFirst(content, 0);
    await expect(world.publishFirst({ ...content, name: 'b' }, world.now + 60_000)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(versions()).toEqual([1]);
    expect(world.stores.tables.auditEvents.size).toBe(1);
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
    const error = await world.publishFirst(broken, 0).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code: 'POLICY_INVALID' });
    expect((error as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
    expect(versions()).toEqual([]);
    expect(world.stores.tables.auditEvents.size).toBe(0);
  });

  it('publishes one of two who begin at once and tells the other', async () => {
    const results = await Promise.allSettled([
      world.publishFirst({ ...content, name: 'a' }, 0),
      world.publishFirst({ ...content, name: 'b' }, 0),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'WRONG_STATE' } });
    expect(versions()).toEqual([1]);
  });
});
