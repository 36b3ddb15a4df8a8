import type { Life } from './life.ts';
import { DAY_MS, HOUR_MS } from './life.ts';
import type { Story } from './story.ts';

function claimLastOrder(life: Life, rest: Omit<Parameters<Life['claim']>[0], 'subject'>): void {
  const order = life.orders.at(-1);
  if (order === undefined) return;
  life.claim({ subject: { type: 'order', id: order.orderId }, happenedAt: order.paidAt, ...rest });
}

function claimWallet(life: Life, rest: Omit<Parameters<Life['claim']>[0], 'subject'>): void {
  life.claim({ subject: { type: 'wallet', id: life.person.walletId }, ...rest });
}

/** Claims about accounts and balances, and reports that go wrong. Each is the last of a life. */
export const ACCOUNT_STORIES: readonly Story[] = [
  {
    name: 'banned',
    weight: 6,
    days: 4,
    tell: (life) => {
      life.buy({ spend: false });
      const { customerId } = life.person;
      const status = life.random.pick(['banned', 'banned', 'terminated'] as const);
      life.report('redress.account.status_changed', { customerId, status }, life.wait(DAY_MS));
      life.wait(DAY_MS);
      claimLastOrder(life, { reason: 'unused_credits', remedy: 'cash' });
    },
  },
  {
    name: 'account closed',
    weight: 5,
    days: 4,
    tell: (life) => {
      life.buy({ spend: false });
      const { customerId } = life.person;
      life.report('redress.account.status_changed', { customerId, status: 'closed_by_customer' }, life.wait(DAY_MS));
      life.wait(DAY_MS);
      claimLastOrder(life, { reason: 'account_closure', remedy: 'cash' });
    },
  },
  {
    name: 'balance in doubt',
    weight: 6,
    days: 2,
    tell: (life) => {
      life.wait(5 * HOUR_MS);
      claimWallet(life, { reason: 'balance_dispute', remedy: 'credits' });
    },
  },
  {
    name: 'balance in doubt, without a word',
    weight: 3,
    days: 2,
    tell: (life) => {
      life.wait(5 * HOUR_MS);
      claimWallet(life, {
        reason: 'balance_dispute',
        remedy: 'credits',
        channel: 'web_support',
        fields: [],
        completes: true,
      });
    },
  },
  {
    name: 'something else',
    weight: 4,
    days: 2,
    tell: (life) => {
      life.wait(5 * HOUR_MS);
      claimWallet(life, { reason: 'other', remedy: 'credits' });
    },
  },
  {
    name: 'stranger writes',
    weight: 4,
    days: 2,
    tell: (life) => {
      life.buy({ spend: false });
      life.wait(5 * HOUR_MS);
      const sender = { email: `stranger.${life.person.customerId}@example.test` };
      claimLastOrder(life, { reason: 'unused_credits', remedy: 'cash', channel: 'email', sender });
    },
  },
  {
    name: 'more than the wallet holds',
    weight: 1,
    days: 1,
    tell: (life) => {
      const { customerId, walletId } = life.person;
      const [feature] = life.profile.features;
      life.refused += 1;
      life.report('redress.generation.charged', {
        generationId: `${customerId}-overdraft`,
        customerId,
        walletId,
        feature: feature?.feature ?? 'any',
        credits: 100_000,
      });
    },
  },
  {
    name: 'result of a run that was never reported',
    weight: 1,
    days: 1,
    tell: (life) => life.report('redress.generation.succeeded', { generationId: `${life.person.customerId}-lost` }),
  },
];
