import { describe, expect, it } from 'vitest';
import { groupFlips, listFlipSubjects } from '../../../admin/policy-versions/cases/group-flips.ts';
import { splitChange } from '../../../admin/policy-versions/change-sentence.tsx';
import { readPolicyFiles } from '../../../admin/policies/read-policy-files.ts';
import type { FlipRowView, OutcomeView } from '../../../server/contract/http/policy-gate-view.ts';

const outcome = (disposition: OutcomeView['disposition']): OutcomeView => ({
  disposition,
  reasonCode: 'X',
  rule: null,
  remedy: null,
  credits: null,
  amountMinor: null,
  currency: null,
  words: { en: disposition, zh: disposition },
});
const flip = (id: string, caseName: string, to: OutcomeView['disposition'], by?: string): FlipRowView => ({
  id,
  parameter: 'window',
  rule: null,
  caseName,
  cases: 1,
  position: 'at',
  at: { en: id, zh: id },
  live: outcome('granted'),
  draft: outcome(to),
  flips: to !== 'granted',
  sentence: { en: '', zh: '' },
  acknowledged: by === undefined ? null : { by: { id: by, name: by }, at: '2026-11-20T10:41:00.000Z' },
});

describe('flips', () => {
  it('of one case and outcome are one thing to look at, while nobody has looked at a part of them', () => {
    const groups = groupFlips([
      flip('1', 'a', 'denied'),
      flip('2', 'a', 'denied'),
      flip('3', 'a', 'referred'),
      flip('4', 'b', 'denied'),
      flip('5', 'a', 'denied', 'user/1'),
    ]);
    expect(groups.map((group) => group.rows.map((row) => row.id))).toEqual([['1', '2'], ['3'], ['4'], ['5']]);
  });

  it('belong to a parameter or to a rule, even of the same name', () => {
    const ofRule = { ...flip('2', 'a', 'denied'), parameter: null, rule: 'window' };
    expect(groupFlips([flip('1', 'a', 'denied'), ofRule])).toHaveLength(2);
    expect(listFlipSubjects([flip('1', 'a', 'denied'), ofRule, flip('3', 'b', 'denied')])).toEqual([
      { parameter: 'window', rule: null },
      { parameter: null, rule: 'window' },
    ]);
  });
});

describe('a change in words', () => {
  it('is split into what was and what is', () => {
    expect(splitChange('Cash refund window: 14 days → 10 days')).toEqual({
      label: 'Cash refund window: ',
      before: '14 days',
      after: '10 days',
    });
    expect(splitChange('现金退款期限：14 天 → 10 天')).toEqual({
      label: '现金退款期限：',
      before: '14 天',
      after: '10 天',
    });
  });

  it('is left whole where an arrow may be part of a text', () => {
    expect([splitChange('NO (en): “a → b” → “c”'), splitChange('New rule'), splitChange('a → b: c')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('files to import', () => {
  const file = (name: string, text: string, path = '') => ({ name, webkitRelativePath: path, text: async () => text });

  it('are those inside the one file of an export', async () => {
    expect(await readPolicyFiles([file('anumi-v1.json', JSON.stringify({ files: { 'policy.json': '{}' } }))])).toEqual({
      'policy.json': '{}',
    });
    expect(await readPolicyFiles([file('x.json', '{"files": {"a": 1}}')])).toBeNull();
    expect(await readPolicyFiles([file('x.json', 'nonsense')])).toBeNull();
    expect(await readPolicyFiles([])).toBeNull();
  });

  it('are placed as in a policy’s folder', async () => {
    const chosen = [
      file('policy.json', '1'),
      file('en.json', '2'),
      file('late.case.json', '3'),
      file('zh.json', '4', 'anumi/messages/zh.json'),
    ];
    expect(await readPolicyFiles(chosen)).toEqual({
      'policy.json': '1',
      'messages/en.json': '2',
      'cases/late.case.json': '3',
      'messages/zh.json': '4',
    });
  });
});
