import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../server/usecases/verify/verify-ledger.ts';
import { sealEntry, sealJournal } from '../../../server/stores/rows/sealed-row.ts';
import { openStoreHarness } from '../../stores/store-harness.ts';
import type { StoreHarness } from '../../stores/store-harness.ts';
import { sampleDecision, sampleDraft } from '../../suites/sample-decisions.ts';
import { keyOf, NOON, PROGRAM, sampleEntry, sampleUnit } from '../../suites/sample-documents.ts';
import { sampleHistory } from '../../suites/sample-history.ts';
import type { CollectionKey } from '../../../server/stores/collections.ts';

const REFUND = `refund/${PROGRAM}/o2/0`;
const CREDITS = `credit:${PROGRAM}`;

describe('verify', () => {
  let harness: StoreHarness;
  let history: Map<CollectionKey, object[]>;
  const TOUCHED: readonly CollectionKey[] = [
    'customers',
    'lots',
    'orders',
    'cases',
    'payouts',
    'outbox',
    'effects',
    'decisions',
    'ledgerEntries',
    'auditEvents',
    'journals',
  ];

  /** The administrator's hand: what the service itself cannot do. */
  const rows = (key: CollectionKey) =>
    harness.admin.client
      .db(harness.admin.connection.name)
      .collection<{ _id: string }>(harness.admin.collection(key).collectionName);
  const plant = (key: CollectionKey, id: string, change: object): Promise<unknown> =>
    rows(key).updateOne({ _id: id }, { $set: change }, { bypassDocumentValidation: true });

  async function run(now = NOON): Promise<{ holds: boolean; lines: string[] }> {
    const lines: string[] = [];
    const holds = await verifyLedger({
      audits: harness.stores.audits,
      clock: { now: () => now },
      print: (line) => lines.push(line),
    });
    return { holds, lines };
  }

  /** The last line, and nothing after the first failure. */
  async function failure(now = NOON): Promise<string> {
    const { holds, lines } = await run(now);
    expect(holds).toBe(false);
    expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(1);
    return lines.at(-1) ?? '';
  }

  /** An entry under seal and journal, as only somebody inside the service could slip in. */
  async function slipIn(key: string, change: Parameters<typeof sampleEntry>[2]): Promise<void> {
    const sealed = sealEntry(sampleEntry('ada', key, change));
    await harness.admin.collection('ledgerEntries').insertOne(sealed);
    await harness.admin.collection('journals').insertOne(sealJournal(`j-${key}`, NOON, [sealed]));
  }

  beforeAll(async () => {
    harness = await openStoreHarness();
    expect(await harness.stores.units.commit(sampleHistory())).toBe('committed');
    history = new Map();
    for (const key of TOUCHED) history.set(key, await rows(key).find().toArray());
  });
  beforeEach(async () => {
    for (const [key, documents] of history) {
      await rows(key).deleteMany({});
      await rows(key).insertMany(documents as { _id: string }[]);
    }
  });
  afterAll(() => harness.close());

  it('prints every invariant where all hold', async () => {
    const { holds, lines } = await run();
    expect(lines).toEqual([
      '✓ every sealed document is as it was sealed, and in exactly one journal (16 documents in 1 journal)',
      '✓ every ledger entry sums to zero per commodity (10 entries)',
      '✓ every lot’s balance equals the fold of its postings (3 lots)',
      '✓ no lot is below zero, and its counters agree (3 lots)',
      '✓ refunded and promised never exceed what was paid, as known when promised (3 orders, 2 promised refunds)',
      '✓ every order’s refunds equal its payouts (3 orders)',
      '✓ every effect has its key, and every key one decision (4 effect keys)',
      '✓ every posted effect has its ledger entry, and every such entry its effect (4 effects)',
      '✓ every posted refund has one payout, and every payout its entries (2 payouts)',
      '✓ refunds and charge-backs of every order fit its price, and its provider’s account (3 orders)',
      '✓ every customer lists exactly their open cases (5 cases)',
      '✓ the outbox is drained or explained, and nothing reserved is forgotten (2 open messages, 0 dead letters)',
    ]);
    expect(holds).toBe(true);
  });

  it('holds on an empty store', async () => {
    for (const key of TOUCHED) await rows(key).deleteMany({});
    expect((await run()).holds).toBe(true);
  });

  it('sees a sealed text that was changed', async () => {
    const [entry] = await harness.admin.collection('ledgerEntries').find({ _id: 'event/o1' }).toArray();
    await plant('ledgerEntries', 'event/o1', { body: (entry?.body ?? '').replaceAll('999', '998') });
    expect(await failure()).toContain('ledger_entry event/o1 was changed');
  });

  it('sees a document that was resealed, removed, added or listed twice', async () => {
    const resealed = sealEntry(sampleEntry('ada', 'event/o1', { postings: [] }));
    await rows('ledgerEntries').replaceOne({ _id: 'event/o1' }, resealed);
    expect(await failure()).toContain('ledger_entry event/o1 was put in the place of another');
    await rows('ledgerEntries').deleteOne({ _id: 'event/o1' });
    expect(await failure()).toContain('ledger_entry event/o1 is in a journal and gone');
    await harness.admin.collection('ledgerEntries').insertOne(sealEntry(sampleEntry('ada', 'event/more', {})));
    expect(await failure()).toContain('ledger_entry event/more is in no journal');
  });

  it('sees a document in two journals, and a journal that was changed', async () => {
    await harness.admin
      .collection('journals')
      .insertOne(sealJournal('j-again', NOON, [sealEntry(sampleEntry('ada', 'event/o1', {}))]));
    expect(await failure()).toContain('ledger_entry event/o1 is in two journals');
    await plant('journals', 'j-again', { body: '{"documents":[]}' });
    expect(await failure()).toContain('journal j-again was changed');
  });

  it('sees an entry out of balance, and an amount that is none', async () => {
    await slipIn('event/off', {
      postings: [
        { account: 'sales', commodity: 'EUR', amount: -5 },
        { account: 'refunds', commodity: 'EUR', amount: 4 },
      ],
    });
    expect(await failure()).toContain('entry event/off is off by -1 of EUR');
    await rows('ledgerEntries').deleteOne({ _id: 'event/off' });
    await rows('journals').deleteOne({ _id: 'j-event/off' });
    await slipIn('event/zero', { postings: [{ account: 'sales', commodity: 'EUR', amount: 0 }] });
    expect(await failure()).toContain('entry event/zero posts 0 to sales');
  });

  it('sees a balance that is not the fold of its postings, and postings without a lot', async () => {
    await plant('lots', `${PROGRAM}/o1`, { remaining: 91 });
    expect(await failure()).toContain(`lot ${PROGRAM}/o1 says 91, its postings sum to 90`);
    await plant('lots', `${PROGRAM}/o1`, { remaining: 90 });
    await slipIn('event/ghost', {
      postings: [
        { account: 'credits_issued', commodity: CREDITS, amount: -1 },
        { account: 'lot/ghost', commodity: CREDITS, amount: 1 },
      ],
    });
    expect(await failure()).toContain(`postings of 1 to ${CREDITS} lot/ghost, which is no lot`);
  });

  it.each([
    [
      'counters that disagree',
      { consumed: 21 },
      'remaining is 90, total − consumed + restored − voided − forfeited is 89',
    ],
    ['a counter below zero', { restoring: -1 }, 'restoring is -1'],
    ['a hold that nobody has', { held: 5 }, 'held is 5, its holds sum to 0'],
    [
      'more set aside than there is',
      { held: 101, holds: [{ by: 'dispute/x', credits: 101 }] },
      'held and forfeiting are 101, remaining and restoring only 100',
    ],
  ])('sees %s in a lot', async (_name, change, problem) => {
    await plant('lots', `${PROGRAM}/o1`, change);
    expect(await failure()).toContain(`lot ${PROGRAM}/o1: ${problem}`);
  });

  it('sees more refunded than was paid', async () => {
    await plant('orders', `${PROGRAM}/o2`, { refundingMinor: 1 });
    expect(await failure()).toContain('499 refunded and 1 promised of 499 paid');
  });

  it('judges a promise by what its record knew, not by what a provider did later', async () => {
    await plant('orders', `${PROGRAM}/o2`, { refundedExternallyMinor: 499, overRefundedMinor: 499 });
    await slipIn('event/x', {
      kind: 'refunded_externally',
      orderId: 'o2',
      postings: [
        { account: 'provider/sandbox', commodity: 'EUR', amount: -499 },
        { account: 'refunds', commodity: 'EUR', amount: 499 },
      ],
    });
    expect((await run()).holds).toBe(true);
    const decision = sampleDecision('ada', 'd-c9', {
      decision: sampleDraft({
        effects: [
          {
            kind: 'cash_refund',
            key: 'k9',
            orderId: 'o1',
            lotId: 'o1',
            amountMinor: 5,
            currency: 'EUR',
            provider: 'sandbox',
            holdCredits: 0,
          },
        ],
      }),
    });
    await harness.admin.collection('customers').updateOne({ _id: keyOf('ada') }, { $set: { rev: 1 } });
    await harness.stores.units.commit(sampleUnit({ decisions: [decision] }));
    expect(await failure()).toContain('decision d-c9: promises money, and its record knows no order');
  });

  it('sees an order that disagrees with its payouts', async () => {
    await plant('orders', `${PROGRAM}/o3`, { refundingMinor: 298 });
    expect(await failure()).toContain(`order ${PROGRAM}/o3 says 0 refunded and 298 promised, its payouts 0 and 299`);
  });

  it('sees an effect whose key is lost, and a key whose decision is', async () => {
    await rows('effects').deleteOne({ _id: REFUND });
    expect(await failure()).toContain(`effect ${REFUND} of decision d-c2 is held by nobody`);
    await harness.admin.collection('effects').insertMany([
      { _id: REFUND, program: PROGRAM, decisionId: 'd-c2', caseId: 'c2' },
      { _id: 'remedy/lost', program: PROGRAM, decisionId: 'd-lost', caseId: 'c-lost' },
    ]);
    expect(await failure()).toContain('effect key remedy/lost names decision d-lost, which does not exist');
  });

  it('sees an effect that was posted by no entry, posted unasked, or posted twice', async () => {
    await plant('cases', 'c4', { 'effects.0.state': 'posted' });
    expect(await failure()).toContain(`effect remedy/${PROGRAM}/g2/0 of decision d-c4 is posted and has no entry`);
    await plant('cases', 'c4', { 'effects.0.state': 'reserved' });
    await plant('cases', 'c1', { 'effects.0.state': 'released' });
    expect(await failure()).toContain(`effect remedy/${PROGRAM}/g1/0 of decision d-c1 is released and has an entry`);
    await plant('cases', 'c1', { 'effects.0.state': 'posted' });
    await slipIn('post/d-c1/1', {
      kind: 'credits_restored',
      decisionId: 'd-c1',
      postings: [
        { account: 'a', commodity: 'EUR', amount: 1 },
        { account: 'b', commodity: 'EUR', amount: -1 },
      ],
    });
    expect(await failure()).toContain('entry post/d-c1/1 posts an effect that no decision planned');
  });

  it('sees a payout of another amount, one that nobody promised, and a promise without one', async () => {
    await plant('payouts', REFUND, { currency: 'USD' });
    expect(await failure()).toContain('pays 499 USD, promised were 499 EUR');
    await rows('payouts').deleteOne({ _id: REFUND });
    await plant('orders', `${PROGRAM}/o2`, { refundedMinor: 0 });
    expect(await failure()).toContain(`refund ${REFUND} of decision d-c2 was posted and has no payout`);
  });

  it('sees a payout whose status its entries contradict', async () => {
    await plant('payouts', REFUND, { status: 'failed' });
    await plant('orders', `${PROGRAM}/o2`, { refundedMinor: 0 });
    expect(await failure()).toContain(`has entry settle/${REFUND}, which its status does not stand for`);
  });

  it('sees a case that its customer does not list, or lists wrongly', async () => {
    await plant('cases', 'c3', { status: 'closed' });
    expect(await failure()).toContain(`case c3 is closed, and ${keyOf('ada')} lists it as in_review`);
    await plant('cases', 'c3', { status: 'awaiting_customer' });
    expect(await failure()).toContain('lists it as in_review');
    await plant('cases', 'c3', { status: 'in_review' });
    await plant('customers', keyOf('ada'), { openCases: [] });
    expect(await failure()).toContain('does not list it');
  });

  it('sees work that was forgotten, and work that is overdue', async () => {
    expect(await failure(NOON + 16 * 60_000)).toContain('message m4 (outcome d-c4) has been due for 16 minutes');
    await rows('outbox').deleteOne({ _id: 'm5' });
    expect(await failure()).toContain(`payout refund/${PROGRAM}/o3/0 is queued, and no message will send it`);
    await rows('outbox').deleteOne({ _id: 'm4' });
    expect(await failure()).toContain(
      `effect remedy/${PROGRAM}/g2/0 of case c4 is reserved, and no message will post it`,
    );
  });

  it('takes a dead letter as an explanation, and says so', async () => {
    await harness.stores.outbox.bury('m4', { code: 'POISON', detail: 'it broke', at: NOON });
    await harness.stores.outbox.postpone(['m5'], NOON + 86_400_000);
    const { holds, lines } = await run(NOON + 86_400_000);
    expect(holds).toBe(true);
    expect(lines.slice(-2)).toEqual([
      '✓ the outbox is drained or explained, and nothing reserved is forgotten (1 open message, 1 dead letter)',
      '  · dead letter m4 (outcome d-c4): POISON',
    ]);
  });

  it('looks at one instant, whatever is written meanwhile', async () => {
    const audit = await harness.stores.audits.open(NOON);
    const before: string[] = [];
    for await (const lot of audit.lots()) before.push(lot.lotId);
    await slipIn('event/later', {});
    const keys: string[] = [];
    for await (const entry of audit.entries()) keys.push(entry.key);
    await audit.close();
    expect(before).toHaveLength(3);
    expect(keys).not.toContain('event/later');
  });
});
