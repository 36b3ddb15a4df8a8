import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { decideGoldenCase } from '../../../server/usecases/golden/decide-golden-case.ts';
import { describeRecord } from '../../../server/usecases/drafts/describe-record.ts';
import type { MatrixValue } from '../../../server/core/policies/parameter.ts';
import { buildGoldenBench, POLICIES } from '../../golden/bench.ts';
import { OWNER } from '../../journeys/people.ts';
import { days, draftChange, withText, withValue } from '../../journeys/policy-acts.ts';
import {
  claimRequest,
  customerWithOrder,
  file,
  openHarness,
  send,
  type Harness,
} from '../../journeys/service-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

describe('a preview', () => {
  it('tells what an unsaved window moves, where it ends, and who rests on it', async () => {
    const draft = await harness.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    const from = Date.parse('2026-11-06T08:30:00Z');
    const preview = await harness.api.previewDraft(draft.id, {
      parameters: { cashRefundWindow: { amount: 10, unit: 'days', counting: 'calendar_workday_end' } },
      example: { from, zone: 'Europe/Paris', country: 'FR' },
    });
    expect(preview.windows['cashRefundWindow']).toMatchObject({
      live: '2026-11-20T08:30:00.000Z',
      draft: '2026-11-16T22:59:59.999Z',
    });
    expect(preview.rules['cashRefundWindow']).toEqual(['unused-pack', 'partly-used-pack', 'cash-window-passed']);
    expect(preview.total).toBe(preview.flips.filter((row) => row.flips).length);
    expect(preview.total).toBeGreaterThan(0);
    for (const row of preview.flips)
      expect(row.flips).toBe(
        `${row.live?.disposition} ${row.live?.reasonCode} ${row.live?.remedy}` !==
          `${row.draft.disposition} ${row.draft.reasonCode} ${row.draft.remedy}`,
      );
    expect((await harness.api.getPolicyVersion(draft.id)).revision).toBe(1);
  });

  it('tells nothing for the value that is live, and names values that cannot be saved', async () => {
    const draft = await harness.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    expect(
      await harness.api.previewDraft(draft.id, {
        parameters: { cashRefundWindow: { amount: 14, unit: 'days', counting: 'elapsed' } },
      }),
    ).toMatchObject({ flips: [], total: 0, issues: [] });
    const refused = await harness.api.previewDraft(draft.id, {
      parameters: { cashRefundWindow: { amount: 366, unit: 'days', counting: 'elapsed' }, proRata: 3, nothing: true },
    });
    expect(refused.issues.map((one) => one.parameter).toSorted()).toEqual(['cashRefundWindow', 'nothing', 'proRata']);
  });

  it('follows a cell of a matrix, a switch, a list and a value that is unset', async () => {
    const photoroom = await harness.api.startDraft({ policy: 'photoroom', from: 1 }, OWNER);
    const matrix = photoroom.content.parameters.find((one) => one.name === 'featurePlatformMatrix')
      ?.value as MatrixValue;
    const flipped: MatrixValue = {
      ...matrix,
      cells: {
        ...matrix.cells,
        ai_backgrounds: {
          ...matrix.cells['ai_backgrounds'],
          ios: matrix.cells['ai_backgrounds']?.['ios'] === 'yes' ? 'no' : 'yes',
        },
      },
    };
    const cell = await harness.api.previewDraft(photoroom.id, {
      parameters: { featurePlatformMatrix: structuredClone(flipped) as never },
    });
    expect(cell.issues).toEqual([]);
    expect(cell.total).toBeGreaterThan(0);
    expect(new Set(cell.flips.map((row) => row.at.en))).toEqual(new Set(['ai_backgrounds / iOS']));
    const anumi = await harness.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    for (const parameters of [
      { proRata: false },
      { requiredFields: ['orderId', 'description', 'phone'] },
      { cashRefundWindow: null },
    ]) {
      const { total, issues } = await harness.api.previewDraft(anumi.id, { parameters });
      expect([Object.keys(parameters)[0], issues, total > 0]).toEqual([Object.keys(parameters)[0], [], true]);
    }
  });

  it('of a value is what the gate asks to be acknowledged once it is saved', async () => {
    const draft = await harness.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    const preview = await harness.api.previewDraft(draft.id, {
      parameters: { cashRefundWindow: { amount: 10, unit: 'days', counting: 'elapsed' } },
    });
    const saved = await harness.api.saveDraft(
      draft.id,
      { revision: 1, content: withValue(draft.content, 'cashRefundWindow', days(10)) },
      OWNER,
    );
    const ids = (rows: readonly { id: string; flips: boolean }[]) =>
      rows
        .filter((row) => row.flips)
        .map((row) => row.id)
        .toSorted();
    expect(ids(saved.gate.flips.rows)).toEqual(ids(preview.flips));
  });
});

describe('a trial', () => {
  it('decides a golden case, a situation and a real case by both, and says whether they differ', async () => {
    const draft = await draftChange(harness.api, 'anumi', (content) =>
      withValue(content, 'cashRefundWindow', days(10)),
    );
    const situation = {
      claim: { about: 'order' as const, reason: 'unused_credits' as const },
      order: { paid: '12d before the claim' },
    };
    const tried = await harness.api.tryDraft(draft.id, { situation });
    expect(tried).toMatchObject({
      differs: true,
      live: { decision: { disposition: 'granted', policyVersion: { policy: 'anumi' } } },
      draft: { decision: { disposition: 'denied', reasonCode: 'CASH_WINDOW_PASSED' } },
    });
    expect(tried.draft.trace.nearMiss).toMatchObject({ parameter: 'cashRefundWindow' });
    const [row] = draft.gate.cases.rows;
    expect((await harness.api.tryDraft(draft.id, { caseName: row?.name ?? '' })).draft.decision.reasonCode).toBe(
      row?.draft?.reasonCode,
    );
    await send(harness.api, ...customerWithOrder('t1', 't1'));
    const { response } = await file(
      harness.api,
      claimRequest({ customerId: 't1', subject: { type: 'order', id: 't1' } }),
    );
    expect(await harness.api.tryDraft(draft.id, { caseId: response.case.id })).toMatchObject({
      differs: false,
      live: { decision: { reasonCode: response.decision.reasonCode } },
    });
    await expect(harness.api.tryDraft(draft.id, { caseId: 'none' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
    const other = await draftChange(harness.api, 'jimeng', (content) => withText(content, 'x', 'FAILED_RUN'));
    await expect(harness.api.tryDraft(other.id, { caseId: response.case.id })).rejects.toMatchObject({
      code: 'CASE_NOT_FOUND',
    });
  });

  it('becomes a case of the draft in two steps, that expects what is live and holds nobody’s ids', async () => {
    const draft = await draftChange(harness.api, 'anumi', (content) => withText(content, 'kept'));
    await send(harness.api, ...customerWithOrder('customer-kept', 'order-kept'));
    const { response } = await file(
      harness.api,
      claimRequest({ customerId: 'customer-kept', subject: { type: 'order', id: 'order-kept' } }),
    );
    const kept = await harness.api.keepAsCase(draft.id, { caseId: response.case.id, name: 'Seen on a Friday' });
    expect(kept).toMatchObject({
      name: 'Seen on a Friday',
      expect: { disposition: 'granted', reasonCode: 'UNUSED_PACK', amountMinor: 999 },
    });
    expect(JSON.stringify(kept)).not.toMatch(/customer-kept|order-kept|example\.test/u);
    const saved = await harness.api.saveDraft(
      draft.id,
      { revision: draft.revision, content: draft.content, cases: [kept] },
      OWNER,
    );
    expect(saved.gate.cases.rows.find((one) => one.name === kept.name)).toMatchObject({
      origin: 'owner',
      result: 'pass',
    });
    expect(saved.changes.items).toContainEqual(
      expect.objectContaining({ kind: 'case', change: 'added', name: kept.name }),
    );
  });
});

describe('a record told in words', () => {
  it('is decided as the record itself, for every golden case', async () => {
    const bench = await buildGoldenBench();
    const differing: string[] = [];
    for (const policy of POLICIES) {
      for (const { golden } of bench.folders.get(policy)?.cases ?? []) {
        const { record, decision, rule } = await decideGoldenCase(golden, policy, bench);
        const { parameters, floorParameters } = golden;
        const told = goldenCaseSchema.parse({
          ...describeRecord(record, policy),
          name: golden.name,
          expect: golden.expect,
          ...(parameters && { parameters }),
          ...(floorParameters && { floorParameters }),
        });
        const again = await decideGoldenCase(told, policy, bench);
        const brief = (one: typeof decision): unknown => [
          one.disposition,
          one.reasonCode,
          one.remedy,
          one.credits,
          one.amountMinor,
          one.missing,
        ];
        if (JSON.stringify([brief(decision), rule]) !== JSON.stringify([brief(again.decision), again.rule]))
          differing.push(`${policy}: ${golden.name}`);
      }
    }
    expect(differing).toEqual([]);
  });
});
