import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredDecision } from '../../../server/ports/unit-of-work.ts';
import { explainDecision } from '../../../server/usecases/cases/explain-decision.ts';
import { replayDecision, type ReplayDeps } from '../../../server/usecases/cases/replay-decision.ts';
import { claimOf, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
let deps: ReplayDeps;
let id: string;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  deps = { ...world.deps, reads: world.stores.reads };
  await world.send(rawOrder('c', 'o'));
  ({
    decision: { id },
  } = await world.fileOne(claimOf('c', 'o')));
});

/** Changes the stored decision behind the service's back. */
function tamper(change: (stored: StoredDecision) => StoredDecision): void {
  const stored = world.stores.tables.decisions.get(id) ?? expect.fail('no decision');
  world.stores.tables.decisions.set(id, change(structuredClone(stored)));
}
const paths = async () => (await replayDecision(deps, id)).differences.map((difference) => difference.path);

describe('a replay', () => {
  it('gives the same bytes, also long after and under another version', async () => {
    const version = (await world.stores.policies.findVersion('anumi', 1)) ?? expect.fail('no version');
    await world.publish({ ...version.content, name: 'another' }, world.now + 10_000);
    world.now += 400 * 86_400_000;
    expect(await replayDecision(deps, id)).toEqual({ identical: true, differences: [] });
  });

  it('finds a changed decision, and where', async () => {
    tamper((stored) => ({ ...stored, decision: { ...stored.decision, amountMinor: 99_900 } }));
    expect(await replayDecision(deps, id)).toMatchObject({
      identical: false,
      differences: [{ path: '/amountMinor', stored: 99_900, again: 999 }],
    });
  });

  it('finds a changed record by what it decides and by its digest', async () => {
    tamper((stored) => ({
      ...stored,
      record: { ...stored.record, customer: { ...stored.record.customer, status: 'terminated' } },
    }));
    expect(await paths()).toEqual(expect.arrayContaining(['/disposition', '/reasonCode', '/recordDigest']));
    tamper((stored) => ({
      ...stored,
      record: { ...stored.record, customer: { ...stored.record.customer, status: 'active', id: 'somebody' } },
    }));
    expect(await paths()).toEqual(['/recordDigest']);
  });

  it('of a record that was changed beyond deciding differs and does not fail', async () => {
    tamper((stored) => ({ ...stored, record: { ...stored.record, semantics: 999 } }));
    expect(await paths()).toEqual(expect.arrayContaining(['/disposition', '/semantics', '/recordDigest']));
  });

  it('and an explanation of what does not exist say so', async () => {
    await expect(replayDecision(deps, 'nowhere')).rejects.toMatchObject({ code: 'DECISION_NOT_FOUND' });
    await expect(explainDecision(deps, 'nowhere')).rejects.toMatchObject({ code: 'DECISION_NOT_FOUND' });
  });
});
