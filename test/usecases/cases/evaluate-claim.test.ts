import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredDecision } from '../../../server/ports/unit-of-work.ts';
import { evaluateClaim, type EvaluateDeps } from '../../../server/usecases/cases/evaluate-claim.ts';
import { claimOf, DAY, rawEvent, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
let deps: EvaluateDeps;
let caseId: string;
let decision: StoredDecision;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi', 'jimeng');
  deps = { ...world.deps, reads: world.stores.reads };
  await world.send(
    rawEvent('customer.updated', { customerId: 'c', emails: [], country: 'US', isConsumer: true }),
    rawOrder('c', 'o'),
  );
  ({
    kase: { id: caseId },
    decision,
  } = await world.fileOne(claimOf('c', 'o')));
});
const invalid = (pointer: string) => ({ code: 'INVALID_REQUEST', errors: [{ pointer }] });

describe('an evaluation', () => {
  it('of a case and of its record say what was decided, and write nothing', async () => {
    const commits = world.commits.length;
    const byCase = await evaluateClaim(deps, { program: 'anumi', caseId });
    const byRecord = await evaluateClaim(deps, { program: 'anumi', record: decision.record });
    for (const { decision: answer, trace } of [byCase, byRecord]) {
      expect(answer).toMatchObject({
        disposition: 'granted',
        remedy: 'cash_full',
        amountMinor: 999,
        reasonCode: 'UNUSED_PACK',
        recordDigest: decision.recordDigest,
      });
      expect(trace.candidates[0]).toMatchObject({ basis: 'request_time', reasonCode: 'UNUSED_PACK' });
    }
    expect(world.commits.length).toBe(commits);
    expect(world.stores.tables.decisions.size).toBe(1);
  });

  it('at another instant decides as of then', async () => {
    const at = decision.record.at + 5_000;
    expect((await evaluateClaim(deps, { program: 'anumi', caseId, at })).decision.decidedAt).toBe(
      new Date(at).toISOString(),
    );
  });

  it('goes by a named version, checked by policy and digest', async () => {
    const { content, digest } = (await world.stores.policies.findVersion('anumi', 1)) ?? expect.fail('no version');
    const strict = {
      ...content,
      parameters: content.parameters.map((one) =>
        one.kind === 'window' && one.name === 'cashRefundWindow'
          ? { ...one, value: { amount: 1, unit: 'days', counting: 'elapsed' } as const }
          : one,
      ),
    };
    await world.publish(strict, world.now + 30 * DAY);
    expect(
      (await evaluateClaim(deps, { program: 'anumi', caseId, policyVersion: { number: 2 } })).decision,
    ).toMatchObject({ disposition: 'denied', reasonCode: 'CASH_WINDOW_PASSED', policyVersion: { number: 2 } });
    expect(
      (await evaluateClaim(deps, { program: 'anumi', caseId, policyVersion: { policy: 'anumi', number: 1, digest } }))
        .decision,
    ).toMatchObject({ disposition: 'granted' });
    for (const policyVersion of [
      { number: 3 },
      { number: 1, policy: 'jimeng' },
      { number: 1, digest: '0'.repeat(64) },
    ]) {
      await expect(evaluateClaim(deps, { program: 'anumi', caseId, policyVersion })).rejects.toMatchObject({
        code: 'POLICY_VERSION_NOT_FOUND',
      });
    }
  });

  it('of what does not exist says so', async () => {
    await expect(evaluateClaim(deps, { program: 'nobody', caseId })).rejects.toMatchObject({
      code: 'PROGRAM_NOT_FOUND',
    });
    await expect(evaluateClaim(deps, { program: 'anumi', caseId: 'nowhere' })).rejects.toMatchObject({
      code: 'CASE_NOT_FOUND',
    });
    await expect(evaluateClaim(deps, { program: 'jimeng', caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
  });

  it('of a record that cannot be decided is refused with the place', async () => {
    const { record } = decision;
    const evaluate = (change: object) => evaluateClaim(deps, { program: 'anumi', record: { ...record, ...change } });
    await expect(
      evaluate({ calendars: { zone: 'unknown', holidays: record.calendars.holidays } }),
    ).rejects.toMatchObject(invalid('/record/calendars'));
    await expect(
      evaluate({ calendars: { zone: record.calendars.holidays, holidays: record.calendars.zone } }),
    ).rejects.toMatchObject(invalid('/record/calendars'));
    await expect(evaluate({ semantics: 999 })).rejects.toMatchObject(invalid('/record/semantics'));
  });

  it('of a record that contradicts itself is the sender’s mistake', async () => {
    const order = decision.record.order ?? expect.fail('no order');
    const record = { ...decision.record, order: { ...order, currency: 'ZZZ' } };
    await expect(evaluateClaim(deps, { program: 'anumi', record })).rejects.toMatchObject(invalid('/record'));
  });
});
