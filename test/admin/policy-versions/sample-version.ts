import type { FlipRowView, GateView, OutcomeView } from '../../../server/contract/http/policy-gate-view.ts';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { buildContent, buildRule, buildWindow } from '../../builders/policy-draft.ts';

const AT = '2026-11-20T10:32:04.000Z';
const person = { id: 'user/a', name: 'Owner A' };
const named = (name: string, en: string) => ({ name, label: { en, zh: `${en}（中）` }, clauses: [] });

/** One parameter of each kind an owner edits, and one that is not set. */
function buildParameters(): Parameter[] {
  return [
    buildWindow('cashWindow', 14, { label: { en: 'Cash window', zh: '现金期限' } }),
    {
      ...named('courtesyCap', 'Courtesy cap'),
      kind: 'cap',
      provenance: 'stated',
      value: { count: 1, per: { amount: 90, unit: 'days' } },
      bounds: { min: 0, max: 20 },
    },
    {
      ...named('abuseRate', 'Abuse rate'),
      kind: 'rate',
      provenance: 'assumed',
      value: { basisPoints: 3000, minimumCount: 5, per: { amount: 365, unit: 'days' } },
      bounds: { min: 0, max: 10_000 },
    },
    {
      ...named('score', 'Score'),
      kind: 'threshold',
      provenance: 'confirmed',
      unit: 'of 100',
      value: 70,
      bounds: { min: 0, max: 100 },
    },
    { ...named('autoRestore', 'Automatic restore'), kind: 'switch', provenance: 'stated', value: true },
    {
      ...named('reasons', 'Courtesy reasons'),
      kind: 'list',
      provenance: 'stated',
      value: ['wrong_style', 'unusable'],
      options: ['wrong_style', 'unusable', 'subjective'],
    },
    {
      ...named('features', 'Features'),
      kind: 'matrix',
      provenance: 'stated',
      value: {
        rows: ['retouch', 'ai_shadows'],
        columns: ['ios', 'web'],
        cells: { retouch: { ios: 'no', web: 'yes' }, ai_shadows: { ios: 'no', web: 'unset' } },
      },
    },
    {
      ...named('qualityWindow', 'Quality window'),
      kind: 'window',
      provenance: 'unset',
      bounds: { min: 1, max: 90 },
    },
  ];
}

/** What the sample draft says: the parameters above, three rules of one stage and one of another. */
export function buildSampleContent(change: Partial<PolicyContent> = {}): PolicyContent {
  const stage = { event: { type: 'deny' as const, params: { stage: 'integrity' as const, reasonCode: 'NO' } } };
  return buildContent({
    parameters: buildParameters(),
    ruleset: {
      rules: [
        buildRule('checked-first', 40, stage),
        buildRule('first', 30),
        buildRule('second', 20, {
          conditions: { all: [{ fact: 'order.creditsUsedNet', operator: 'equal', value: 3 }] },
        }),
        buildRule('third', 10),
      ],
    },
    ...change,
  });
}

/** An outcome in brief. */
function buildOutcome(disposition: OutcomeView['disposition']): OutcomeView {
  return {
    disposition,
    reasonCode: 'NO',
    rule: null,
    remedy: null,
    credits: null,
    amountMinor: null,
    currency: null,
    words: { en: disposition, zh: disposition },
  };
}

/** A boundary case of the cash window that turns from granted to denied, or does not turn. */
export function buildFlip(id: string, change: Partial<FlipRowView> = {}): FlipRowView {
  return {
    id,
    parameter: 'cashWindow',
    rule: null,
    caseName: 'A pack that nobody used',
    cases: 1,
    position: 'above',
    at: { en: `place ${id}`, zh: `位置 ${id}` },
    live: buildOutcome('granted'),
    draft: buildOutcome('denied'),
    flips: true,
    sentence: { en: 'granted → denied', zh: '准予 → 拒绝' },
    acknowledged: null,
    ...change,
  };
}

/** A gate with these flips; open where all of them were looked at. */
export function buildGate(rows: readonly FlipRowView[] = []): GateView {
  const total = rows.filter((row) => row.flips).length;
  const acknowledged = rows.filter((row) => row.flips && row.acknowledged !== null).length;
  const open = total === acknowledged;
  return {
    lint: [],
    engines: { agreed: 42, disagreements: [] },
    cases: { total: 42, passed: 42, accepted: 0, changed: 0, failed: 0, rows: [] },
    flips: { total, acknowledged, rows: [...rows] },
    open,
    reasons: open
      ? []
      : [
          {
            code: 'flips',
            count: total - acknowledged,
            sentence: { en: `${total - acknowledged} flips were not looked at`, zh: '尚未查看' },
          },
        ],
  };
}

/** A draft of Owner A as the API shows it; live is the same content as version 1. */
export function buildVersion(change: Partial<PolicyVersionView> = {}): PolicyVersionView {
  // The contract's shapes are those of core, only not read-only.
  const content = structuredClone(buildSampleContent()) as PolicyVersionView['content'];
  return {
    id: 'anumi.d1',
    policy: 'anumi',
    name: 'Anumi',
    sequence: 1,
    number: null,
    nextNumber: 2,
    status: 'draft',
    origin: 'edit',
    basedOn: { number: 1 },
    equalTo: null,
    behindLive: false,
    revision: 7,
    savedAt: AT,
    savedBy: person,
    changedAt: AT,
    changedBy: person,
    authors: [person],
    effectiveFrom: null,
    submission: null,
    approval: null,
    rejection: null,
    closing: null,
    digest: '3f9a'.padEnd(64, '7'),
    contentDigest: 'c'.repeat(64),
    content,
    live: { number: 1, content },
    cases: [],
    acceptedCases: [],
    acknowledgements: [],
    gate: buildGate(),
    changes: { counts: { parameter: 0, rule: 0, matrix: 0, message: 0, basis: 0, case: 0 }, items: [] },
    takesBack: null,
    scheduledBeside: [],
    basisAt: AT,
    ...change,
  };
}
