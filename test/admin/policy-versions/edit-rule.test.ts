import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setEffect, setParam } from '../../../admin/policy-versions/model/edit-rule.ts';
import { listFactChoices } from '../../../admin/policy-versions/model/leaf-choices.ts';
import { listRulesByParameter } from '../../../admin/policy-versions/model/list-rules-by-parameter.ts';
import { mendQuery } from '../../../admin/policy-versions/model/mend-query.ts';
import { toRootQuery } from '../../../admin/policy-versions/model/condition-query.ts';
import { ruleSchema } from '../../../server/contract/rules/ruleset-schema.ts';
import type { Parameter, PolicyContent, Rule } from '../../../server/contract/policy-vocabulary.ts';

const load = <T>(program: string, file: string): T =>
  JSON.parse(readFileSync(new URL(`../../../rules/${program}/${file}.json`, import.meta.url), 'utf8'));
const PARAMETERS = load<Parameter[]>('anypic', 'parameters');
const RULES = load<{ rules: Rule[] }>('anypic', 'ruleset').rules;
const find = (name: string): Rule =>
  RULES.find((rule) => rule.name === name) ??
  RULES[0] ?? {
    name,
    priority: 1,
    conditions: { all: [] },
    event: { type: 'deny', params: { stage: 'billing', reasonCode: 'NO' } },
  };

describe('what a rule asserts', () => {
  it.each(['grant', 'deny', 'refer', 'needs_info', 'no_action'] as const)(
    'stays a rule of the contract as a %s',
    (effect) => {
      for (const rule of RULES) expect(ruleSchema.safeParse(setEffect(rule, effect)).success, rule.name).toBe(true);
    },
  );

  it('drops what only another effect can have', () => {
    expect(setEffect(find('dispute-open'), 'deny').event.params).not.toHaveProperty('queue');
    expect(setEffect(find('banned'), 'refer').event.params).not.toHaveProperty('forfeitCredits');
    expect(setEffect(find('unused-pack'), 'deny').event.params).not.toHaveProperty('remedy');
    expect(setEffect(find('delivered'), 'grant').event.params.remedy).toBe('credit_restore');
  });

  it('loses a property that is set to nothing', () => {
    expect(setParam(find('delivered'), 'clause', undefined).event.params).not.toHaveProperty('clause');
    expect(setParam(find('delivered'), 'clause', 'ANYPIC-4b').event.params.clause).toBe('ANYPIC-4b');
  });
});

describe('comparisons after a change', () => {
  const choices = new Map(listFactChoices(PARAMETERS).map((choice) => [choice.name, choice]));

  it('leaves every rule that exists as it is', () => {
    for (const rule of RULES) {
      const query = toRootQuery(rule.conditions);
      expect(mendQuery(query, choices, PARAMETERS)).toEqual(query);
    }
  });

  it('gives another fact an operator and an operand that it takes', () => {
    const query = {
      combinator: 'all' as const,
      rules: [
        { field: 'order.paidToClaim', operator: 'equal', value: 'cash' },
        { field: 'nobody.knows', operator: 'equal', value: 1 },
      ],
    };
    expect(mendQuery(query, choices, PARAMETERS).rules).toEqual([
      { field: 'order.paidToClaim', operator: 'withinWindow', value: { fact: 'param.fullRefundWindow' } },
      { field: 'nobody.knows', operator: 'equal', value: 1 },
    ]);
  });
});

it('knows which rules rest on a parameter, forfeiture included', () => {
  const content = { ruleset: { rules: RULES } } as unknown as PolicyContent;
  const found = listRulesByParameter(content);
  expect(found.get('fullRefundWindow')).toEqual(['banned-unused-pack', 'banned', 'unused-pack', 'window-passed']);
  expect(found.get('banForfeitsCredits')).toEqual(['banned']);
  expect(found.get('restoreOnModeration')).toEqual(['restore-moderation']);
});
