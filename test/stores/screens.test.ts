import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentWallet } from '../../server/contract/http/wallet-view.ts';
import { getOverview } from '../../server/usecases/screens/get-overview.ts';
import { listWaiting } from '../../server/usecases/screens/list-waiting.ts';
import { lookUp } from '../../server/usecases/screens/look-up.ts';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import type { Grant } from '../../server/core/access/role.ts';
import type { RequestActor } from '../../server/core/access/request-actor.ts';
import { grant } from '../builders/users.ts';
import { sampleDecision, sampleDraft } from '../suites/sample-decisions.ts';
import {
  NOON,
  PROGRAM,
  sampleCase,
  sampleCustomer,
  sampleLot,
  sampleMessage,
  samplePayout,
  sampleUnit,
  sampleWallet,
} from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const DAY_MS = 86_400_000;
const clock = { now: () => NOON };
let harness: StoreHarness;

const person = (...grants: Grant[]): RequestActor => ({ kind: 'user', id: 'u', name: 'U', grants });
const content: PolicyContent = {
  policy: PROGRAM,
  name: 'Anumi',
  zone: 'UTC',
  country: 'DE',
  versionBasis: 'request_time',
  defaultLocale: 'en',
  ruleset: { rules: [] },
  messages: {},
  clocks: [],
  clauses: [],
  parameters: [
    { name: 'qualityWindow', kind: 'switch', label: { en: 'Q', zh: '质' }, provenance: 'unset', clauses: [] },
    { name: 'courtesy', kind: 'switch', label: { en: 'C', zh: '礼' }, provenance: 'assumed', clauses: [], value: true },
  ],
};

beforeAll(async () => {
  harness = await openStoreHarness();
  const { policies, units, outbox } = harness.stores;
  await policies.appendVersion(
    { policy: PROGRAM, number: 1, digest: 'ab'.repeat(32), content },
    { id: 'act-1', policy: PROGRAM, number: 1, effectiveFrom: NOON - 90 * DAY_MS, recordedAt: NOON - 91 * DAY_MS },
    {
      id: 'audit-1',
      action: 'policy_version.published',
      actor: 'system/test',
      at: NOON,
      subject: { type: 'policy_version', id: 'anumi/1' },
    },
  );
  const days = [0, 0, 1, 2, 2, 5, 6, 8];
  const cases = days.map((ago, n) =>
    sampleCase('c1', `case-${n}`, {
      // Received a while after it was sent: the overview goes by when it was sent.
      openedAt: NOON - ago * DAY_MS - 1 + 5 * DAY_MS,
      claim: { ...sampleCase('c1', `case-${n}`).claim, sentAt: NOON - ago * DAY_MS - 1 },
      disposition: n % 2 === 0 ? 'granted' : 'referred',
      reasonCode: n % 2 === 0 ? 'FAILED_RUN' : 'FACTS_MISSING',
      status: n % 2 === 0 ? 'closed' : 'in_review',
    }),
  );
  const draft = {
    granted: sampleDraft({
      disposition: 'granted',
      reasonCode: 'UNUSED',
      amountMinor: 999,
      currency: 'EUR',
      remedy: 'cash_full',
    }),
    credits: sampleDraft({ disposition: 'granted', reasonCode: 'FAILED_RUN', credits: 5, remedy: 'credit_restore' }),
    referred: sampleDraft({
      disposition: 'referred',
      reasonCode: 'FACTS_MISSING',
      missing: ['order.method', 'param.qualityWindow'],
    }),
  };
  await units.commit(
    sampleUnit({
      guards: [{ customer: sampleCustomer('c1'), isNew: true }],
      wallets: [{ doc: sampleWallet('c1'), isNew: true }],
      lots: [{ doc: sampleLot('c1', 'lot-1', { walletId: 'w-c1' }), isNew: true }],
      cases: cases.map((doc) => ({ doc, isNew: true })),
      decisions: [
        sampleDecision('c1', 'd1', { decision: draft.granted }),
        sampleDecision('c1', 'd2', { decision: draft.granted }),
        sampleDecision('c1', 'd3', { decision: draft.credits }),
        sampleDecision('c1', 'd4', { decision: draft.referred }),
        sampleDecision('c1', 'd5', { decision: draft.granted, decidedAt: NOON - 60 * DAY_MS }),
      ].map((one) => ({ ...one, decidedAt: one.decidedAt === NOON ? NOON - 1 : one.decidedAt })),
      payouts: [
        { doc: samplePayout('c1', 'p1', { status: 'failed' }), isNew: true },
        { doc: samplePayout('c1', 'p2', { status: 'settled' }), isNew: true },
      ],
      outbox: [sampleMessage('c1', 'm1')],
    }),
  );
  await outbox.bury('m1', { code: 'BROKEN', detail: 'It is.', at: NOON - 5 });
});
afterAll(() => harness.close());

describe('the overview', () => {
  it('counts what the lists hold, and never adds up currencies and credits', async () => {
    const { screens, policies, reads } = harness.stores;
    const overview = await getOverview({ screens, policies, clock }, [PROGRAM], 7);
    expect(overview.claims).toEqual({ total: 7, previous: 1, automatic: 4 });
    expect(overview.byDay.map(({ day, granted, referred }) => [day, granted, referred])).toEqual([
      ['2026-02-23', 1, 0],
      ['2026-02-24', 0, 1],
      ['2026-02-25', 0, 0],
      ['2026-02-26', 0, 0],
      ['2026-02-27', 1, 1],
      ['2026-02-28', 1, 0],
      ['2026-03-01', 1, 1],
    ]);
    const listed = await reads.listCases({
      from: 0,
      to: 0,
      sort: ['openedAt', 'DESC'],
      filter: {
        program: PROGRAM,
        disposition: 'referred',
        reasonCode: 'FACTS_MISSING',
        sentAt_gte: Date.parse(overview.from),
      },
    });
    expect(overview.referralsByReason).toEqual([
      { program: PROGRAM, reasonCode: 'FACTS_MISSING', count: listed.total, unsetParameters: ['qualityWindow'] },
    ]);
    expect(overview.unsetParameters).toEqual([{ program: PROGRAM, name: 'qualityWindow', referrals: 1 }]);
    expect(overview.grantedByProgram).toEqual([
      { program: PROGRAM, currency: null, amountMinor: 0, credits: 5, decisions: 1 },
      { program: PROGRAM, currency: 'EUR', amountMinor: 1998, credits: 0, decisions: 2 },
    ]);
    expect(overview.oldestWaiting).toMatchObject({ caseId: 'case-7' });
    expect((await getOverview({ screens, policies, clock }, [], 7)).claims.total).toBe(0);
  });
});

describe('what waits', () => {
  const waitingFor = async (...grants: Grant[]) => {
    const { screens, policies } = harness.stores;
    return (await listWaiting({ screens, policies, clock, sources: [] }, person(...grants))).map(({ kind, count }) => [
      kind,
      count,
    ]);
  };

  it('is first what somebody waits for, then what stands in a policy', async () => {
    const kinds = (await waitingFor(grant('policy_owner'), grant('operator'))).map(([kind]) => kind);
    expect(kinds.slice(-2)).toEqual(['values_not_set', 'assumptions']);
    expect(kinds).toHaveLength(4);
  });

  it('is what the roles can move, longest first', async () => {
    expect(await waitingFor(grant('reviewer'))).toEqual([['referred_cases', 4]]);
    expect((await waitingFor(grant('operator'))).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['dead_letters', 1],
      ['failed_payouts', 1],
    ]);
    expect(await waitingFor(grant('policy_owner'))).toEqual([
      ['values_not_set', 1],
      ['assumptions', 1],
    ]);
    expect(await waitingFor(grant('auditor'))).toEqual([]);
    expect(await waitingFor(grant('reviewer', 'photoroom'))).toEqual([]);
  });
});

describe('looking up', () => {
  const find = async (text: string, ...grants: Grant[]) =>
    (await lookUp(harness.stores, text, person(...grants))).map(({ type, id }) => [type, id]);

  it.each([
    ['case-1', [['case', 'case-1']]],
    ['d1', [['decision', 'd1']]],
    ['p1', [['payout', 'p1']]],
    ['w-c1', [['wallet', 'w-c1']]],
    ['anumi~w-c1', [['wallet', 'w-c1']]],
    ['c1', [['customer', 'c1']]],
    ['anumi', [['policy', 'anumi']]],
    ['Anumi v1', [['policy_version', 'anumi/1']]],
    ['abababab', [['policy_version', 'anumi/1']]],
    ['audit-1', [['audit_event', 'audit-1']]],
    ['nothing', []],
  ])('%s', async (text, hits) => expect(await find(text, grant('auditor'))).toEqual(hits));

  it('finds nothing that the person may not see', async () => {
    expect(await find('case-1', grant('reviewer', 'photoroom'))).toEqual([]);
    expect(await find('p1', grant('policy_approver'))).toEqual([]);
    expect(await find('c1', grant('operator'))).toEqual([]);
  });
});

describe('looking up what belongs to no one program', () => {
  const find = async (text: string, ...grants: Grant[]) =>
    (await lookUp(harness.stores, text, person(...grants))).map(({ type, id }) => [type, id]);
  const note = (id: string): AuditEvent => ({
    id,
    action: 'api_key.created',
    actor: 'system/test',
    at: NOON,
    subject: { type: 'api_key', id: 'x' },
  });

  it('finds a key for who may see keys of one of its programs', async () => {
    for (const [id, programs] of [
      ['key-photoroom', ['photoroom']],
      ['key-all', ['*']],
    ] as const) {
      const key = { id, name: id, secretHash: `hash of ${id}`, programs, verbs: [], createdAt: NOON };
      await harness.stores.apiKeys.append(key, note(`made-${id}`));
    }
    expect(await find('key-photoroom', grant('admin', 'anumi'))).toEqual([]);
    expect(await find('key-photoroom', grant('admin', 'anumi', 'photoroom'))).toEqual([['api_key', 'key-photoroom']]);
    expect(await find('key-all', grant('admin', 'anumi'))).toEqual([['api_key', 'key-all']]);
    expect(await find('key-all', grant('reviewer'))).toEqual([]);
  });

  it('finds an audit event of no program only for who reads the audit of all', async () => {
    expect(await find('made-key-photoroom', grant('auditor', 'anumi'))).toEqual([]);
    expect(await find('made-key-photoroom', grant('auditor'))).toEqual([['audit_event', 'made-key-photoroom']]);
  });
});

describe('wallets', () => {
  it('are listed with their lots, by customer', async () => {
    const page = {
      from: 0,
      to: 9,
      sort: ['id', 'ASC'] as const,
      filter: { customerKey: ['anumi/c1', 'photoroom/c1'] },
    };
    const { items, total } = await harness.stores.screens.listWallets(page);
    expect(total).toBe(1);
    expect(items[0]?.lots.map(({ lotId }) => lotId)).toEqual(['lot-1']);
    const view = presentWallet({ program: PROGRAM, walletId: 'w-c1', customerId: 'c1' }, items[0]?.lots ?? []);
    expect(view.balance).toBe((await harness.stores.reads.findWallet(PROGRAM, 'w-c1'))?.lots[0]?.remaining);
  });
});
