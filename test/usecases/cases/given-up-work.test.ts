import { describe, expect, it } from 'vitest';
import { listTimeline } from '../../../server/usecases/cases/list-timeline.ts';
import { showCases } from '../../../server/usecases/cases/show-cases.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';
import {
  NOON,
  sampleCase,
  sampleEntry,
  sampleMessage,
  samplePayout,
  sampleUnit,
} from '../../suites/sample-documents.ts';

const KEY = 'refund/anumi/o1/0';

async function worldWithDeadLetter() {
  const { units, outbox, reads } = createMemoryStores();
  const effects = [{ key: KEY, kind: 'cash_refund' as const, decisionId: 'd1', state: 'posted' as const }];
  await units.commit(
    sampleUnit({
      cases: [
        { doc: sampleCase('u', 'c1', { effects, decisionIds: [] }), isNew: true },
        { doc: sampleCase('u', 'c2'), isNew: true },
      ],
      payouts: [{ doc: samplePayout('u', KEY, { caseId: 'c1', status: 'queued' }), isNew: true }],
      outbox: [sampleMessage('u', 'm1', { topic: 'payout', ref: KEY, provider: 'polar' })],
    }),
  );
  await outbox.bury('m1', { code: 'PROVIDER_NOT_CONFIGURED', detail: 'No adapter for polar.', at: NOON + 9 });
  return { outbox, reads };
}

describe('a timeline', () => {
  it('tells money as people read it, and why a payout failed', async () => {
    const { units, outbox, reads } = createMemoryStores();
    const failed = { caseId: 'c1', status: 'failed', failureCode: 'refused', provider: 'polar' } as const;
    await units.commit(
      sampleUnit({
        cases: [{ doc: sampleCase('u', 'c1', { decisionIds: [] }), isNew: true }],
        payouts: [{ doc: samplePayout('u', KEY, failed), isNew: true }],
        entries: [sampleEntry('u', 'e1', { caseId: 'c1' })],
      }),
    );
    const told = (await listTimeline({ reads, outbox }, 'c1')).map(({ summary }) => summary);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Payout of \d+\.\d\d EUR through polar queued\.$/),
        'polar refused it for good, and no money moved. Its reason: refused.',
        expect.stringMatching(/^Posted: (\d+\.\d\d EUR|\d+ credits) to /),
      ]),
    );
  });
});

describe('a case whose payout was given up', () => {
  it('says so, alone and among others', async () => {
    const { outbox, reads } = await worldWithDeadLetter();
    const { items } = await reads.listCases({ from: 0, to: 9, sort: ['id', 'ASC'], filter: {} });
    const [first, second] = await showCases(outbox, items);
    expect(first?.effects).toMatchObject([{ stuck: { code: 'PROVIDER_NOT_CONFIGURED', deadLetterId: 'm1' } }]);
    expect(second?.effects.every(({ stuck }) => stuck === null)).toBe(true);
  });

  it('has it in its timeline until it is replayed', async () => {
    const { outbox, reads } = await worldWithDeadLetter();
    const codes = async (): Promise<string[]> => (await listTimeline({ reads, outbox }, 'c1')).map(({ code }) => code);
    expect(await codes()).toContain('PROVIDER_NOT_CONFIGURED');
    await outbox.replay('m1', NOON + 10);
    expect(await codes()).not.toContain('PROVIDER_NOT_CONFIGURED');
  });
});
