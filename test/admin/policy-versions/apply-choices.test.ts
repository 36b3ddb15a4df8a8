import { describe, expect, it } from 'vitest';
import { applyChoices, listOpenClashes } from '../../../admin/policy-versions/model/apply-choices.ts';
import type { Said } from '../../../admin/policy-versions/model/apply-choices.ts';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import type { PolicyContent, Rule } from '../../../server/contract/policy-vocabulary.ts';

const rule = (name: string, priority: number): Rule => ({
  name,
  priority,
  conditions: { all: [] },
  event: { type: 'deny', params: { stage: 'billing', reasonCode: 'NO' } },
});
const CONTENT: PolicyContent = {
  policy: 'anumi',
  name: 'Anumi',
  zone: 'UTC',
  country: 'FR',
  versionBasis: 'request_time',
  defaultLocale: 'en',
  clocks: [],
  clauses: [],
  parameters: [
    { name: 'on', kind: 'switch', label: { en: 'On', zh: '开' }, provenance: 'stated', clauses: [], value: true },
  ],
  ruleset: { rules: [rule('a', 20), rule('b', 10)] },
  messages: { en: { NO: 'theirs' } },
};
const MERGED: Said = { content: CONTENT, cases: [] };
const words = { base: { en: '', zh: '' }, theirs: { en: '', zh: '' }, mine: { en: '', zh: '' } };
const clash = (
  key: string,
  kind: MergeRowView['kind'],
  base: unknown,
  theirs: unknown,
  mine: unknown,
): MergeRowView => ({ key, kind, name: key.slice(key.indexOf('/') + 1), state: 'clash', base, theirs, mine, words });

describe('the choices of a merge', () => {
  const rows = [
    clash('message/en/NO', 'message', 'base', 'theirs', 'mine'),
    { ...clash('head/zone', 'head', 'UTC', 'UTC', 'Europe/Paris'), state: 'mine' as const },
  ];

  it('leave open what nobody has chosen', () => {
    expect(listOpenClashes(rows, {}).map((row) => row.key)).toEqual(['message/en/NO']);
    expect(listOpenClashes(rows, { 'message/en/NO': 'theirs' })).toEqual([]);
  });

  it('keep theirs as the merge already has it', () => {
    expect(applyChoices(MERGED, rows, { 'message/en/NO': 'theirs' })).toEqual(MERGED);
  });

  it('put a message, a field of the head, a parameter and a case in', () => {
    const off = { ...CONTENT.parameters[0], value: false };
    const golden = {
      name: 'one',
      claim: { about: 'order', reason: 'other' },
      expect: { disposition: 'denied', reasonCode: 'NO', rule: 'a' },
    };
    const all = [
      rows[0],
      clash('head/zone', 'head', 'UTC', 'UTC', 'Europe/Paris'),
      clash('parameter/on', 'parameter', null, null, off),
      clash('case/one', 'case', null, null, golden),
    ].filter((row) => row !== undefined);
    const said = applyChoices(MERGED, all, Object.fromEntries(all.map((row) => [row.key, 'mine'])));
    expect(said.content).toMatchObject({ zone: 'Europe/Paris', messages: { en: { NO: 'mine' } }, parameters: [off] });
    expect(said.cases).toEqual([golden]);
  });

  it('take away what the chosen side does not have, and keep rules in their order', () => {
    const gone = applyChoices(MERGED, [clash('rule/a', 'rule', null, rule('a', 20), null)], { 'rule/a': 'mine' });
    expect(gone.content.ruleset.rules.map((one) => one.name)).toEqual(['b']);
    const moved = applyChoices(MERGED, [clash('rule/b', 'rule', null, null, rule('b', 30))], { 'rule/b': 'mine' });
    expect(moved.content.ruleset.rules.map((one) => one.name)).toEqual(['b', 'a']);
    const silent = applyChoices(MERGED, [clash('message/en/NO', 'message', null, 'theirs', 'mine')], {
      'message/en/NO': 'base',
    });
    expect(silent.content.messages).toEqual({ en: {} });
  });
});
