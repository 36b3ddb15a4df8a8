import { beforeAll, describe, expect, it } from 'vitest';
import { days, draftChange, publishChange, withValue } from '../../journeys/policy-acts.ts';
import { claimOf, DAY, rawEvent, rawOrder } from '../service-world.ts';
import { DraftWorld } from './draft-world.ts';

let world: DraftWorld;
beforeAll(async () => {
  world = await DraftWorld.of('anumi', 'anypic', 'photoroom', 'jimeng');
});

/** Files the claim of a customer of their own who bought three days ago; answers the case, and what the service decided. */
async function claim(program: string, name: string) {
  const profile = { customerId: name, emails: [], country: 'US', isConsumer: true };
  await world.service.send(
    ...[rawEvent('customer.updated', profile, 30 * DAY), rawOrder(name, name)].map((raw) => ({
      ...raw,
      data: { ...(raw['data'] as object), program },
    })),
  );
  const fields = { orderId: 'x', description: 'x', phone: 'x', paymentTime: 'x', amount: 'x', reason: 'x' };
  const { decision } = await world.service.fileOne(
    claimOf(name, name, { program, fields, sender: { phone: '+1 555 0100' } }),
  );
  return { caseId: decision.caseId, decision: decision.decision };
}

/** Publishes another value of a window, and goes to the instant from which it decides. */
async function goLive(program: string, window: string, amount: number): Promise<void> {
  const { effectiveFrom } = await publishChange(world.api, program, (content) =>
    withValue(content, window, days(amount)),
  );
  world.service.now = Date.parse(effectiveFrom ?? '');
}

describe('a real case that is tried', () => {
  it('is decided by what is live as the service did: by the better of two versions, and both are told', async () => {
    await goLive('anumi', 'cashRefundWindow', 1);
    const { caseId, decision } = await claim('anumi', 'generous');
    expect(decision).toMatchObject({ disposition: 'granted', policyVersion: { number: 1 } });
    const draft = await draftChange(world.api, 'anumi', (content) => withValue(content, 'cashRefundWindow', days(2)));
    const { live, draft: own, differs } = await world.api.tryDraft(draft.id, { caseId });
    const versions = [
      { basis: 'request_time', disposition: 'denied', policy: { version: { number: 2 } } },
      { basis: 'purchase_time', disposition: 'granted', policy: { version: { number: 1 } } },
    ];
    expect(live).toMatchObject({
      decision: { disposition: decision.disposition, policyVersion: decision.policyVersion },
      trace: { decisive: 1, candidates: versions },
    });
    expect(own.trace).toMatchObject({
      decisive: 1,
      candidates: [{ disposition: 'denied', policy: { version: { number: 0 } } }, versions[1]],
    });
    expect(differs).toBe(false);
  });

  it('is decided by the version of its purchase alone, where the policy says so, and by the draft where that says otherwise', async () => {
    await goLive('anypic', 'fullRefundWindow', 1);
    const { caseId, decision } = await claim('anypic', 'bought');
    expect(decision).toMatchObject({ candidates: [{ basis: 'purchase_time', policy: { version: { number: 1 } } }] });
    const draft = await draftChange(world.api, 'anypic', (content) => ({ ...content, versionBasis: 'request_time' }));
    const { live, draft: own } = await world.api.tryDraft(draft.id, { caseId });
    expect(live).toMatchObject({
      decision: { disposition: decision.disposition, reasonCode: decision.reasonCode },
      trace: { candidates: [{ basis: 'purchase_time', policy: { version: { number: 1 } } }] },
    });
    expect(own.trace.candidates).toMatchObject([{ basis: 'request_time', policy: { version: { number: 0 } } }]);
  });

  it('is decided beside the floor in force, or beside the draft of it', async () => {
    const { caseId } = await claim('jimeng', 'floored');
    const draft = await draftChange(world.api, 'statutory-floor', (content) => content);
    const { live, draft: own } = await world.api.tryDraft(draft.id, { caseId });
    expect(live?.decision).toMatchObject({ program: 'jimeng', policyVersion: { policy: 'jimeng', number: 1 } });
    expect(live?.trace.candidates[0]?.floor?.version).toMatchObject({ policy: 'statutory-floor', number: 1 });
    expect(own.trace.candidates[0]).toMatchObject({
      policy: { version: { number: 1 } },
      floor: { version: { number: 0 } },
    });
  });
});
