import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerFiles } from '../../server/ports/customer-files.ts';
import type { Outbox } from '../../server/ports/outbox.ts';
import type { PendingEvents } from '../../server/ports/pending-events.ts';
import type { Reads } from '../../server/ports/reads.ts';
import type { Unit, UnitOfWork } from '../../server/ports/unit-of-work.ts';
import {
  keyOf,
  NOON,
  PROGRAM,
  sampleCase,
  sampleCustomer,
  sampleEntry,
  sampleGeneration,
  sampleLot,
  sampleMessage,
  sampleOrder,
  samplePayout,
  samplePending,
  sampleUnit,
  sampleWallet,
} from './sample-documents.ts';
import { sampleDecision } from './sample-decisions.ts';

/** The ports that a unit writes and reads through; real or fake. */
export interface UnitPorts {
  readonly units: UnitOfWork;
  readonly files: CustomerFiles;
  readonly reads: Reads;
  readonly outbox: Outbox;
  readonly pending: PendingEvents;
}

/** What every unit of work keeps to, whatever stands behind it. `open` answers ports whose names are free. */
export function describeUnitOfWork(name: string, open: () => Promise<UnitPorts>): void {
  describe(`unit of work: ${name}`, () => {
    let ports: UnitPorts;
    let who: string;
    let count = 0;
    const commit = (parts: Partial<Unit>): ReturnType<UnitOfWork['commit']> => ports.units.commit(sampleUnit(parts));
    const guard = (rev: number): Unit['guards'] => [{ customer: sampleCustomer(who, { rev }), isNew: rev === 0 }];
    const load = async (generationKeys: string[] = []) =>
      (await ports.files.load([keyOf(who)], generationKeys)).get(keyOf(who));
    const id = (thing: string): string => `${thing}-${who}`;

    beforeEach(async () => {
      ports = await open();
      count += 1;
      who = `u${process.pid}-${count}`;
    });

    it('creates a customer with everything of theirs, and finds it again as it was', async () => {
      const customer = sampleCustomer(who, {
        zone: 'Europe/Berlin',
        claims: [{ at: NOON, sentAt: NOON - 5, caseId: 'c', automatic: false, needsInfo: false }],
      });
      const [wallet, lot, order] = [sampleWallet(who), sampleLot(who, id('o')), sampleOrder(who, id('o'))];
      const generation = sampleGeneration(who, id('g'), {
        consumption: [{ lotId: lot.lotId, credits: 10, restored: 0 }],
      });
      const outcome = await commit({
        guards: [{ customer, isNew: true }],
        wallets: [{ doc: wallet, isNew: true }],
        lots: [{ doc: lot, isNew: true }],
        orders: [{ doc: order, isNew: true }],
        generations: [{ doc: generation, isNew: true }],
      });
      expect(outcome).toBe('committed');
      const file = await load([generation.key]);
      expect(file?.customer).toEqual({ ...customer, rev: 1 });
      expect([...(file?.wallets ?? [])]).toEqual([[wallet.walletId, wallet]]);
      expect([...(file?.lots ?? [])]).toEqual([[lot.lotId, lot]]);
      expect([...(file?.orders ?? [])]).toEqual([[order.orderId, order]]);
      expect([...(file?.generations ?? [])]).toEqual([[generation.generationId, generation]]);
      expect((await load())?.generations.size).toBe(0);
      const owners = await ports.files.findOwners([
        `order/${order.key}`,
        `lot/${lot.key}`,
        `wallet/${wallet.key}`,
        `generation/${generation.key}`,
        `order/${PROGRAM}/nobody`,
      ]);
      expect(owners).toEqual(
        new Map(
          [`order/${order.key}`, `lot/${lot.key}`, `wallet/${wallet.key}`, `generation/${generation.key}`].map(
            (key) => [key, keyOf(who)],
          ),
        ),
      );
    });

    it('raises the revision once and refuses whoever read the older one, with all they would write', async () => {
      await commit({ guards: guard(0) });
      expect(await commit({ guards: guard(1), wallets: [{ doc: sampleWallet(who), isNew: true }] })).toBe('committed');
      expect(await commit({ guards: guard(1), lots: [{ doc: sampleLot(who, id('o')), isNew: true }] })).toBe(
        'conflict',
      );
      const file = await load();
      expect(file?.customer.rev).toBe(2);
      expect(file?.lots.size).toBe(0);
    });

    it('lets one of many win who commit at once', async () => {
      await commit({ guards: guard(0) });
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          commit({ guards: guard(1), lots: [{ doc: sampleLot(who, `${id('o')}-${n}`), isNew: true }] }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
      expect(new Set(outcomes)).toEqual(new Set(['committed', 'conflict']));
      expect((await load())?.lots.size).toBe(1);
    });

    it('calls a customer whom somebody else created meanwhile a conflict', async () => {
      await commit({ guards: guard(0) });
      expect(await commit({ guards: guard(0) })).toBe('conflict');
    });

    it('calls a name that is taken a duplicate and writes nothing beside it', async () => {
      const effect = { key: id('remedy'), program: PROGRAM, decisionId: 'd', caseId: 'c' };
      const receipt = {
        key: id('receipt'),
        program: PROGRAM,
        digest: 'x',
        type: 't',
        occurredAt: NOON,
        receivedAt: NOON,
      };
      const record = {
        scope: `${PROGRAM} POST /claims`,
        key: id('key'),
        bodyDigest: 'x',
        status: 201,
        response: '{}',
        createdAt: NOON,
      };
      const firsts: Partial<Unit>[] = [
        { effects: [effect] },
        { receipts: [receipt] },
        { idempotency: [record] },
        { decisions: [sampleDecision(who, id('d'))] },
        { entries: [sampleEntry(who, id('post'))] },
      ];
      expect(await commit({ guards: guard(0) })).toBe('committed');
      for (const [index, parts] of firsts.entries())
        expect(await commit({ guards: guard(index + 1), ...parts })).toBe('committed');
      for (const parts of firsts) {
        expect(
          await commit({
            guards: guard(firsts.length + 1),
            wallets: [{ doc: sampleWallet(who, id('never')), isNew: true }],
            ...parts,
          }),
        ).toBe('duplicate');
      }
      expect((await load())?.customer.rev).toBe(firsts.length + 1);
      expect(await ports.files.findOwners([`wallet/${PROGRAM}/${id('never')}`])).toEqual(new Map());
      expect(await ports.reads.findReceipts([receipt.key, 'other'])).toEqual(new Map([[receipt.key, receipt]]));
      expect(await ports.reads.findIdempotency(record.scope, [record.key, 'other'])).toEqual(
        new Map([[record.key, record]]),
      );
    });

    it('gives a thing to one customer for good', async () => {
      await commit({ guards: guard(0), orders: [{ doc: sampleOrder(who, id('o')), isNew: true }] });
      const other = sampleCustomer(`${who}-other`);
      expect(
        await commit({
          guards: [{ customer: other, isNew: true }],
          orders: [{ doc: sampleOrder(other.customerId, id('o')), isNew: true }],
        }),
      ).toBe('duplicate');
      expect((await ports.files.load([other.key], [])).size).toBe(0);
    });

    it('never stores more refunds than were paid', async () => {
      await commit({ guards: guard(0), orders: [{ doc: sampleOrder(who, id('o')), isNew: true }] });
      const doc = sampleOrder(who, id('o'), { refundedMinor: 500, refundingMinor: 500 });
      expect(await commit({ guards: guard(1), orders: [{ doc, isNew: false }] })).toBe('conflict');
      expect((await load())?.orders.get(id('o'))?.refundingMinor).toBe(0);
    });

    it('replaces cases, keeping nothing of what was left out', async () => {
      const opened = sampleCase(who, id('c'), { status: 'in_review', queue: 'fraud' });
      await commit({ guards: guard(0), cases: [{ doc: opened, isNew: true }] });
      const { queue, ...closed } = { ...opened, status: 'closed' as const };
      expect(queue).toBe('fraud');
      await commit({ guards: guard(1), cases: [{ doc: closed, isNew: false }] });
      expect(await ports.reads.findCase(opened.id)).toEqual(closed);
      expect(await ports.files.loadCases([opened.id, 'nothing'])).toEqual(new Map([[opened.id, closed]]));
    });

    it('finds the cases whose claim holds a hash of its sender', async () => {
      const sent = (name: string, sender?: object) => {
        const kase = sampleCase(who, id(name));
        const { sender: _, ...claim } = kase.claim;
        return { doc: { ...kase, claim: { ...claim, ...(sender === undefined ? {} : { sender }) } }, isNew: true };
      };
      await commit({
        guards: guard(0),
        cases: [sent('mail', { emailHash: 'h' }), sent('phone', { phoneHash: 'h' }), sent('empty', {}), sent('none')],
      });
      const key = keyOf(who);
      expect((await ports.files.listCasesWithSender(key, 10)).toSorted()).toEqual([id('mail'), id('phone')].toSorted());
      expect(await ports.files.listCasesWithSender(key, 1)).toHaveLength(1);
      expect(await ports.files.listCasesWithSender(`${key}-other`, 10)).toEqual([]);
    });

    it('keeps decisions and entries word for word', async () => {
      const decision = sampleDecision(who, id('d'));
      const entry = sampleEntry(who, id('post'), { caseId: decision.caseId });
      await commit({ guards: guard(0), decisions: [decision], entries: [entry] });
      expect(await ports.reads.findDecisions([decision.id])).toEqual([decision]);
      const page = {
        from: 0,
        to: 9,
        sort: ['recordedAt', 'DESC'] as const,
        filter: { program: PROGRAM, caseId: decision.caseId },
      };
      expect(await ports.reads.listEntries(page)).toEqual({ items: [entry], total: 1 });
    });

    it('takes a message out in its consumer’s unit, once', async () => {
      const [first, second] = [sampleMessage(who, id('m1')), sampleMessage(who, id('m2'))];
      await commit({ guards: guard(0), outbox: [first] });
      expect(await commit({ guards: guard(1), outboxDone: [first.id], outbox: [second] })).toBe('committed');
      expect(await commit({ guards: guard(2), outboxDone: [first.id] })).toBe('conflict');
      expect((await ports.outbox.findOpen([first.id, second.id])).map((message) => message.id)).toEqual([second.id]);
    });

    it('changes a payout only while nobody has begun to send it', async () => {
      const payout = samplePayout(who, id('refund'));
      await commit({ guards: guard(0), payouts: [{ doc: payout, isNew: true }] });
      const cancelled = { ...payout, status: 'cancelled' as const };
      expect(await commit({ guards: guard(1), payouts: [{ doc: { ...cancelled, fence: 7 }, isNew: false }] })).toBe(
        'conflict',
      );
      expect(await commit({ guards: guard(1), payouts: [{ doc: cancelled, isNew: false }] })).toBe('committed');
      expect(await ports.reads.findPayout(payout.id)).toEqual(cancelled);
    });

    it('saves what waits, and lets it go', async () => {
      const waiting = samplePending(id('event'), { waitsFor: [id('thing')] });
      await commit({ guards: guard(0), pending: [{ doc: waiting, isNew: true }] });
      expect(await ports.pending.findWaitingFor([id('thing')])).toEqual([waiting]);
      await commit({ guards: guard(1), pending: [{ doc: { ...waiting, attempts: 1 }, isNew: false }] });
      expect((await ports.pending.find(waiting.id))?.attempts).toBe(1);
      await commit({ guards: guard(2), pendingDone: [waiting.id] });
      expect(await ports.pending.find(waiting.id)).toBeNull();
    });
  });
}
