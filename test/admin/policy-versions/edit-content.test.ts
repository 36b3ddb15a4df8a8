import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  confirmParameter,
  findParameter,
  restoreParameter,
  setMessage,
  setParameterValue,
} from '../../../admin/policy-versions/model/edit-content.ts';
import { countEdits, listEdits } from '../../../admin/policy-versions/model/list-edits.ts';
import type { Parameter, PolicyContent } from '../../../server/contract/policy-vocabulary.ts';

const parameters: readonly Parameter[] = JSON.parse(
  readFileSync(new URL('../../../rules/anumi/parameters.json', import.meta.url), 'utf8'),
);
const LIVE: PolicyContent = {
  policy: 'anumi',
  name: 'Anumi',
  zone: 'UTC',
  country: 'FR',
  versionBasis: 'more_generous',
  defaultLocale: 'en',
  parameters,
  ruleset: { rules: [] },
  messages: { en: { NO: 'No.', YES: 'Yes.' } },
  clocks: [],
  clauses: [],
};
const WINDOW = { amount: 10, unit: 'days', counting: 'elapsed' } as const;

describe('editing the content of a draft', () => {
  it('makes a changed value the owner’s own', () => {
    const next = findParameter(setParameterValue(LIVE, LIVE, 'cashRefundWindow', WINDOW), 'cashRefundWindow');
    expect(next).toMatchObject({ provenance: 'confirmed', value: WINDOW });
  });

  it('takes the provenance of the live value back with the value', () => {
    const changed = setParameterValue(LIVE, LIVE, 'cashRefundWindow', WINDOW);
    const back = setParameterValue(changed, LIVE, 'cashRefundWindow', {
      counting: 'elapsed',
      unit: 'days',
      amount: 14,
    });
    expect(back.parameters).toEqual(LIVE.parameters);
    expect(restoreParameter(changed, LIVE, 'cashRefundWindow').parameters).toEqual(LIVE.parameters);
  });

  it('sets a value where none was, and unsets it again', () => {
    const cap = { count: 3, per: { amount: 90, unit: 'days' } } as const;
    const set = setParameterValue(LIVE, LIVE, 'abuseCycles', cap);
    expect(findParameter(set, 'abuseCycles')).toMatchObject({ provenance: 'confirmed', value: cap });
    expect(setParameterValue(set, LIVE, 'abuseCycles', undefined).parameters).toEqual(LIVE.parameters);
    const unset = findParameter(setParameterValue(LIVE, LIVE, 'proRata', undefined), 'proRata');
    expect(unset?.provenance).toBe('unset');
    expect(unset).not.toHaveProperty('value');
  });

  it('confirms only what is assumed', () => {
    expect(findParameter(confirmParameter(LIVE, 'requiredFieldsFor'), 'requiredFieldsFor')?.provenance).toBe(
      'confirmed',
    );
    expect(confirmParameter(LIVE, 'proRata')).toBe(LIVE);
  });

  it('keeps the order of messages, and takes an empty one away', () => {
    expect(Object.keys(setMessage(LIVE, 'en', 'NO', 'Never.').messages['en'] ?? {})).toEqual(['NO', 'YES']);
    expect(setMessage(LIVE, 'en', 'NO', '').messages).toEqual({ en: { YES: 'Yes.' } });
    expect(setMessage(LIVE, 'zh', 'NO', '不。').messages['zh']).toEqual({ NO: '不。' });
  });

  it('lists what differs by name', () => {
    const changed = setMessage(setParameterValue(LIVE, LIVE, 'proRata', false), 'zh', 'NO', '不。');
    const edits = listEdits(LIVE, { ...changed, zone: 'Europe/Paris' });
    expect(edits).toEqual({ parameters: ['proRata'], rules: [], messages: ['zh/NO'], head: ['zone'] });
    expect(countEdits(edits)).toBe(3);
  });
});
