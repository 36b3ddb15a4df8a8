import { beforeEach, describe, expect, it } from 'vitest';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { loadPolicyFolder } from '../../../server/main/load-policy-folder.ts';
import { folderOf } from '../../golden/bench.ts';
import { claimOf, DAY, rawEvent, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = new ServiceWorld();
  const floor = await loadPolicyFolder(folderOf('statutory-floor'));
  await world.publish(floor.content, Date.parse(floor.effectiveFrom));
  await world.send();
});

/** The program's policy with one window set to so many days; cash is claimed three days after the payment. */
async function contentOf(
  program: string,
  window: string,
  amount: number,
  change: Partial<PolicyContent> = {},
): Promise<PolicyContent> {
  const { content } = await loadPolicyFolder(folderOf(program));
  const parameters = content.parameters.map((one) =>
    one.kind === 'window' && one.name === window
      ? { ...one, value: { amount, unit: 'days', counting: 'elapsed' } as const }
      : one,
  );
  return { ...content, ...change, parameters };
}

/** Publishes `later` while the world's clock stands two days before noon, to take effect a day before it. */
async function publishLater(later: PolicyContent): Promise<void> {
  const noon = world.now;
  world.now = noon - 2 * DAY;
  await world.publish(later, noon - DAY);
  world.now = noon;
}
const buy = (program: string) =>
  world.send(
    ...[
      rawEvent('customer.updated', { customerId: 'c', emails: [], country: 'US', isConsumer: true }, 30 * DAY),
      rawOrder('c', 'o'),
    ].map((raw) => ({ ...raw, data: { ...(raw['data'] as object), program } })),
  );
const fields = { orderId: 'x', description: 'x', phone: 'x', paymentTime: 'x', amount: 'x', reason: 'x' };
const claim = async (program: string) =>
  (await world.fileOne(claimOf('c', 'o', { program, fields, sender: { phone: '+1 555 0100' } }))).decision.decision;

describe('more_generous', () => {
  it('takes the better of two versions for the customer, and the trace keeps both', async () => {
    await world.publish(await contentOf('anumi', 'cashRefundWindow', 14), 0);
    await publishLater(await contentOf('anumi', 'cashRefundWindow', 1));
    await buy('anumi');
    expect(await claim('anumi')).toMatchObject({
      disposition: 'granted',
      reasonCode: 'UNUSED_PACK',
      policyVersion: { number: 1 },
      decisive: 1,
      candidates: [
        { basis: 'request_time', disposition: 'denied', policy: { version: { number: 2 } } },
        { basis: 'purchase_time', disposition: 'granted', policy: { version: { number: 1 } } },
      ],
    });
  });

  it('takes the newer one where that is better, and where both are equal', async () => {
    await world.publish(await contentOf('anumi', 'cashRefundWindow', 1), 0);
    await publishLater(await contentOf('anumi', 'cashRefundWindow', 14));
    await buy('anumi');
    expect(await claim('anumi')).toMatchObject({ disposition: 'granted', policyVersion: { number: 2 }, decisive: 0 });
  });
});

describe('purchase_time', () => {
  it('uses the version at the purchase, however generous a later one is', async () => {
    await world.publish(await contentOf('anypic', 'fullRefundWindow', 1), 0);
    await publishLater(await contentOf('anypic', 'fullRefundWindow', 30));
    await buy('anypic');
    const decision = await claim('anypic');
    expect(decision).toMatchObject({ policyVersion: { number: 1 }, candidates: [{ basis: 'purchase_time' }] });
    expect(decision.reasonCode).not.toBe('UNUSED_PACK');
  });

  it('uses the version at the request where no order is concerned', async () => {
    await world.publish(await contentOf('anypic', 'fullRefundWindow', 1), 0);
    await publishLater(await contentOf('anypic', 'fullRefundWindow', 30));
    await buy('anypic');
    const { decision } = (
      await world.fileOne(
        claimOf('c', '', {
          program: 'anypic',
          subject: { type: 'wallet', id: 'w-c' },
          fields,
          sender: { phone: '+1 555 0100' },
        }),
      )
    ).decision;
    expect(decision).toMatchObject({ policyVersion: { number: 2 }, candidates: [{ basis: 'request_time' }] });
  });
});

describe('an activation', () => {
  it('of the future is not used before its instant, and from then on it is', async () => {
    await world.publish(await contentOf('anumi', 'cashRefundWindow', 14, { versionBasis: 'request_time' }), 0);
    await world.publish(
      await contentOf('anumi', 'cashRefundWindow', 1, { versionBasis: 'request_time' }),
      world.now + 10_000,
    );
    await buy('anumi');
    world.now += 9_999;
    const [early] = await world.file([claimOf('c', 'nowhere')]);
    expect(early).toMatchObject({ decision: { decision: { policyVersion: { number: 1 } } } });
    world.now += 1;
    expect(await claim('anumi')).toMatchObject({
      disposition: 'denied',
      reasonCode: 'CASH_WINDOW_PASSED',
      policyVersion: { number: 2 },
    });
  });

  it('that is a policy’s first governs what lies before it', async () => {
    await world.publish(await contentOf('anypic', 'fullRefundWindow', 7), world.now - DAY);
    await buy('anypic');
    expect(await claim('anypic')).toMatchObject({
      disposition: 'granted',
      policyVersion: { number: 1 },
      candidates: [{ basis: 'purchase_time' }],
    });
  });

  it('is read afresh for every batch', async () => {
    await world.publish(await contentOf('anumi', 'cashRefundWindow', 14), 0);
    await buy('anumi');
    expect(await world.file([claimOf('c', 'nowhere')])).toMatchObject([
      { decision: { decision: { policyVersion: { number: 1 } } } },
    ]);
    await world.publish(await contentOf('anumi', 'cashRefundWindow', 13), world.now + 5_000);
    world.now += 5_000;
    expect(await world.file([claimOf('c', 'nowhere')])).toMatchObject([
      { decision: { decision: { policyVersion: { number: 2 } } } },
    ]);
  });
});
