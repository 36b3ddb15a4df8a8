import { describe, expect, it } from 'vitest';
import type { Order } from '../../../server/core/customers/customer-file.ts';
import { ACCOUNTS, moveAmount, providerAccount } from '../../../server/core/ledger/draft-entry.ts';
import type { EntryKind, LedgerEntry } from '../../../server/core/ledger/entry.ts';
import type { LedgerAudit } from '../../../server/ports/ledger-audit.ts';
import { moneyBackMatchesEntries } from '../../../server/usecases/verify/money-back-matches-entries.ts';
import { PROGRAM, sampleEntry, sampleOrder } from '../../suites/sample-documents.ts';

const AT_PROVIDER = providerAccount('sandbox');
let count = 0;

async function* stream<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows;
}

function entry(kind: EntryKind, amount: number, from: string, to: string, orderId = 'o'): LedgerEntry {
  count += 1;
  return sampleEntry('ada', `e${count}`, { kind, orderId, postings: moveAmount('EUR', amount, from, to) });
}

const PAID = entry('order_paid', 999, ACCOUNTS.sales, AT_PROVIDER);
const chargedBack = (amount: number) => entry('dispute_lost', amount, AT_PROVIDER, ACCOUNTS.chargebacks);
const refunded = (amount: number) => entry('refunded_externally', amount, AT_PROVIDER, ACCOUNTS.refunds);

async function check(change: Partial<Order>, ...entries: LedgerEntry[]): Promise<string | undefined> {
  const rows = [PAID, ...entries];
  const audit: Pick<LedgerAudit, 'orders' | 'entries'> = {
    orders: () => stream([sampleOrder('ada', 'o', change)]),
    entries: () => stream(rows),
  };
  const outcome = await moneyBackMatchesEntries.check(audit as LedgerAudit);
  expect(outcome.checked).toBe('1 order');
  const [note] = outcome.notes ?? [];
  const said = outcome.violation ?? (note === undefined ? undefined : `note: ${note}`);
  return said?.replace(`order ${PROGRAM}/o `, '');
}

describe('refunds and charge-backs of an order', () => {
  it('hold where nothing went back, a part, all, or all and more with the excess listed', async () => {
    expect(await check({})).toBeUndefined();
    expect(await check({ refundedExternallyMinor: 100 }, refunded(100))).toBeUndefined();
    expect(await check({ chargedBackMinor: 999 }, chargedBack(999))).toBeUndefined();
    const both = { chargedBackMinor: 999, refundedExternallyMinor: 100, overRefundedMinor: 100 };
    expect(await check(both, chargedBack(999), refunded(100))).toBeUndefined();
  });

  it('do not where entries and order name another charge-back', async () => {
    expect(await check({ chargedBackMinor: 999 })).toBe('says 999 charged back, its entries 0');
    expect(await check({}, chargedBack(999))).toBe('says 0 charged back, its entries 999');
  });

  it('hold with a note where more was charged back than paid and the excess is listed, and not where it is not', async () => {
    const twice = { chargedBackMinor: 1_998, overRefundedMinor: 999 };
    const entries = [chargedBack(999), chargedBack(999)];
    expect(await check(twice, ...entries)).toBe('note: was charged back 19.98 EUR of 9.99 EUR paid');
    expect(await check({ ...twice, overRefundedMinor: 0 }, ...entries)).toBe(
      'gave back 1998 of 999 paid, and lists 0 as too much',
    );
  });

  it('do not where the provider’s account is not what is left of the price', async () => {
    expect(await check({ refundedExternallyMinor: 100 })).toBe('should leave 899 with sandbox, its entries leave 999');
    expect(await check({ provider: 'polar' })).toBe('should leave 999 with polar, its entries leave 0');
  });

  it('do not where what went back beyond the price is not listed, or listed without cause', async () => {
    const both = { chargedBackMinor: 999, refundedExternallyMinor: 100, overRefundedMinor: 0 };
    expect(await check(both, chargedBack(999), refunded(100))).toBe(
      'gave back 1099 of 999 paid, and lists 0 as too much',
    );
    expect(await check({ overRefundedMinor: 1 })).toBe('gave back 0 of 999 paid, and lists 1 as too much');
  });

  it('are those of their own order alone', async () => {
    const other = entry('dispute_lost', 5, AT_PROVIDER, ACCOUNTS.chargebacks, 'o2');
    const none = sampleEntry('ada', 'none', { postings: moveAmount('EUR', 5, AT_PROVIDER, ACCOUNTS.chargebacks) });
    expect(await check({}, other, none)).toBeUndefined();
  });
});
