import type { DemoOrder, Life } from './life.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './life.ts';
import type { Story } from './story.ts';

const SANDBOX_BEHAVIOURS = ['sbx_fail', 'sbx_late_fail', 'sbx_pending', 'sbx_unknown'];

/** A pack that stays untouched: what is spent is taken from older ones, which hold enough. */
function buyAndKeep(life: Life, behaves = true): DemoOrder {
  const paymentRef = behaves && life.random.chance(0.24) ? life.random.pick(SANDBOX_BEHAVIOURS) : '';
  return life.buy({ paymentRef, spend: false });
}

function claimOrder(life: Life, order: DemoOrder, rest: Omit<Parameters<Life['claim']>[0], 'subject'>): void {
  life.claim({ subject: { type: 'order', id: order.orderId }, happenedAt: order.paidAt, ...rest });
}

/** Claims about purchases. Each may take credits out of the wallet, so that it is the last of a life. */
export const ORDER_STORIES: readonly Story[] = [
  {
    name: 'unused pack',
    weight: 26,
    days: 7,
    tell: (life) => {
      const order = buyAndKeep(life);
      life.wait(life.random.int(2 * HOUR_MS, 6 * DAY_MS));
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
      if (!life.random.chance(0.15)) return;
      life.wait(8 * HOUR_MS);
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
  {
    name: 'partly used pack',
    weight: 16,
    days: 9,
    tell: (life) => {
      const order = life.buy();
      for (let made = 0; made < 3; made += 1) {
        life.wait(life.random.int(HOUR_MS, 30 * HOUR_MS));
        life.generate({ outcome: 'succeeded' });
      }
      life.wait(life.random.int(2 * HOUR_MS, 3 * DAY_MS));
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
  {
    name: 'too late',
    weight: 12,
    days: 36,
    tell: (life) => {
      const order = buyAndKeep(life, false);
      life.wait(life.random.int(15 * DAY_MS, 35 * DAY_MS));
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
  {
    name: 'charged twice',
    weight: 12,
    days: 3,
    tell: (life) => {
      const first = life.buy();
      life.wait(life.random.int(1, 9) * MINUTE_MS);
      const second = life.buy({ pack: first.pack, spend: false });
      const confirmed = life.random.chance(0.7);
      if (confirmed) {
        const errorRef = `${second.orderId}-error`;
        const data = { orderId: second.orderId, errorRef, duplicateOfOrderId: first.orderId };
        life.report('redress.order.payment_error', data, life.wait(HOUR_MS));
      }
      life.wait(life.random.int(2 * HOUR_MS, 40 * HOUR_MS));
      claimOrder(life, second, { reason: 'duplicate_charge', remedy: 'cash' });
    },
  },
  {
    name: 'not my purchase',
    weight: 5,
    days: 3,
    tell: (life) => {
      const order = buyAndKeep(life, false);
      life.wait(life.random.int(3 * HOUR_MS, 2 * DAY_MS));
      claimOrder(life, order, { reason: 'unauthorised_purchase', remedy: 'cash', channel: 'web_support' });
    },
  },
  {
    name: 'outage',
    weight: 8,
    days: 3,
    tell: (life) => {
      const order = life.orders.findLast(({ sandbox }) => sandbox) ?? buyAndKeep(life, false);
      life.wait(life.random.int(3 * HOUR_MS, 2 * DAY_MS));
      claimOrder(life, order, { reason: 'service_outage', remedy: 'cash' });
    },
  },
  {
    name: 'disputed at the bank',
    weight: 7,
    days: 12,
    tell: (life) => {
      const order = buyAndKeep(life, false);
      life.wait(2 * DAY_MS);
      if (life.random.chance(0.5)) claimOrder(life, order, { reason: 'other', remedy: 'credits' });
      const dispute = { disputeId: `${order.orderId}-dispute`, orderId: order.orderId };
      life.report('redress.dispute.opened', dispute, life.wait(DAY_MS));
      life.wait(DAY_MS);
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
      if (life.random.chance(0.4)) return;
      const outcome = life.random.pick(['won', 'lost'] as const);
      life.report('redress.dispute.closed', { ...dispute, outcome }, life.wait(4 * DAY_MS));
      if (outcome === 'won') return;
      life.wait(DAY_MS);
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
  {
    name: 'withdrawal by law',
    weight: 9,
    days: 6,
    tell: (life) => {
      const order = buyAndKeep(life, false);
      life.wait(life.random.int(4 * HOUR_MS, 5 * DAY_MS));
      claimOrder(life, order, { reason: 'legal_withdrawal', remedy: 'cash', channel: 'email' });
    },
  },
  {
    name: 'refunded by the provider already',
    weight: 4,
    days: 4,
    tell: (life) => {
      const order = buyAndKeep(life, false);
      const full = life.random.chance(0.8);
      const amountMinor = full ? order.amountMinor : Math.ceil(order.amountMinor / 3);
      const providerRefundId = `${order.orderId}-refund`;
      const currency = order.currency;
      life.report(
        'redress.order.refunded_externally',
        { orderId: order.orderId, amountMinor, currency, providerRefundId },
        life.wait(DAY_MS),
      );
      life.wait(DAY_MS);
      claimOrder(life, order, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
];
