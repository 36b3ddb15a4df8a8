import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../../server/core/facts/fact-value.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { Leaf, Rule } from '../../../server/core/policies/ruleset.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../../server/engine/evaluate/evaluate.ts';
import type { ExplainedLeaf, ExplainedNode, ExplainedRule } from '../../../server/engine/explain/explained-rule.ts';
import { explainTrace } from '../../../server/engine/explain/explain-trace.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import {
  buildContent,
  DAY_MS,
  grantRule,
  HOUR_MS,
  LAB_AT,
  LAB_DICTIONARY,
  LAB_FACTS,
  leaf,
  rule,
  unset,
  withParameters,
} from '../support/lab.ts';

const CALENDARS = buildCalendars();
const held = leaf('lab.ready', 'equal', true);
const failed = leaf('lab.open', 'equal', true);

function explain(rules: readonly Rule[], facts: Facts = LAB_FACTS, parameters?: readonly Parameter[]): ExplainedRule[] {
  const compiled = compileRuleset(buildContent(rules, parameters), LAB_DICTIONARY);
  return explainTrace(compiled, evaluate(compiled, facts, CALENDARS).trace, facts, CALENDARS);
}

function listLeaves(node: ExplainedNode): ExplainedLeaf[] {
  return node.type === 'leaf' ? [node] : node.nodes.flatMap(listLeaves);
}

function explainLeaf(condition: Leaf, facts: Facts = LAB_FACTS, parameters?: readonly Parameter[]): ExplainedLeaf {
  const [told] = listLeaves(
    explain([rule('lone', 1, { all: [condition] })], facts, parameters)[0]?.conditions ?? {
      type: 'all',
      state: 'held',
      nodes: [],
    },
  );
  if (told === undefined) throw new Error('No leaf');
  return told;
}

describe('the rules of a tree', () => {
  it('come in running order with their findings, the deciding one marked', () => {
    const told = explain([
      rule('later', 1, { all: [held] }),
      grantRule('grants', 5, { all: [held] }),
      rule('earlier', 9, { all: [failed] }, { clause: 'LAB-1' }, 'deny'),
    ]);
    expect(told.map(({ conditions: _conditions, ...rest }) => rest)).toEqual([
      {
        name: 'earlier',
        stage: 'eligibility',
        priority: 9,
        effect: 'deny',
        remedy: null,
        reasonCode: 'LAB',
        clauseId: 'LAB-1',
        state: 'failed',
        decisive: false,
      },
      {
        name: 'grants',
        stage: 'eligibility',
        priority: 5,
        effect: 'grant',
        remedy: 'cash_full',
        reasonCode: 'LAB',
        clauseId: 'LAB-1',
        state: 'held',
        decisive: true,
      },
      {
        name: 'later',
        stage: 'eligibility',
        priority: 1,
        effect: 'refer',
        remedy: null,
        reasonCode: 'LAB',
        clauseId: null,
        state: 'held',
        decisive: false,
      },
    ]);
  });

  it('have no deciding one below an unknown rule', () => {
    const told = explain(
      [rule('open', 2, { all: [leaf('lab.note', 'equal', 'x')] }), rule('held', 1, { all: [held] })],
      { ...LAB_FACTS, 'lab.note': UNKNOWN },
    );
    expect(told.map(({ state, decisive }) => [state, decisive])).toEqual([
      ['unknown', false],
      ['held', false],
    ]);
  });
});

describe('the groups of a tree', () => {
  it('have their own states, in the normal form', () => {
    const conditions = { all: [held, { any: [failed, { not: { all: [held, failed] } }] }] };
    expect(explain([rule('lone', 1, conditions)])[0]?.conditions).toMatchObject({
      type: 'all',
      state: 'held',
      nodes: [
        { type: 'leaf', state: 'held' },
        {
          type: 'any',
          state: 'held',
          nodes: [
            { type: 'leaf', state: 'failed' },
            {
              type: 'any',
              state: 'held',
              nodes: [
                { operator: 'notEqual', state: 'failed' },
                { operator: 'notEqual', state: 'held' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('fail over what is not applicable, stay open over what is unknown, and are off with their rule', () => {
    const facts: Facts = { ...LAB_FACTS, 'lab.note': UNKNOWN, 'lab.shape': NOT_APPLICABLE };
    const note = leaf('lab.note', 'equal', 'x');
    const shape = leaf('lab.shape', 'equal', 'x');
    const states = (condition: Rule['conditions']) => explain([rule('lone', 1, condition)], facts)[0]?.conditions.state;
    expect([
      states({ all: [held, shape] }),
      states({ any: [shape, note] }),
      states({ all: [note, held] }),
      states({ all: [note, shape] }),
    ]).toEqual(['failed', 'unknown', 'unknown', 'failed']);
    const off = explain(
      [rule('lone', 1, { all: [leaf('lab.grants', 'reachedCap', '$cap'), { all: [held] }] })],
      facts,
      withParameters(unset('cap', 'off')),
    );
    expect(off[0]).toMatchObject({
      state: 'off',
      conditions: { state: 'off', nodes: [{ state: 'off' }, { state: 'off', nodes: [{ state: 'off' }] }] },
    });
  });
});

describe('the leaves of a tree', () => {
  it('carry fact, operator, values, parameter and margin', () => {
    const late = {
      ...LAB_FACTS,
      'lab.age': { from: LAB_AT - 14 * DAY_MS - 6 * HOUR_MS - 720_000, to: LAB_AT, zone: 'UTC' },
    };
    expect(explainLeaf(leaf('lab.age', 'withinWindow', '$window'), late)).toEqual({
      type: 'leaf',
      state: 'failed',
      fact: 'lab.age',
      operator: 'withinWindow',
      actual: late['lab.age'],
      operand: { amount: 14, unit: 'days', counting: 'elapsed' },
      parameter: 'window',
      margin: 22_320_000,
      sentence: {
        en: 'Fact lab.age is outside 14 days (14 days 6 hours), 6 hours 12 minutes too late',
        zh: '事实 lab.age超出 14 天（14 天 6 小时），晚了 6 小时 12 分钟',
      },
    });
  });

  it.each<[Leaf, string, string]>([
    [leaf('lab.colour', 'equal', 'red'), 'Fact lab.colour is red', '事实 lab.colour是 red'],
    [
      leaf('lab.colour', 'equal', 'blue'),
      'Fact lab.colour is not blue (red), but the condition asks for the opposite',
      '事实 lab.colour不是 blue（red），而条件要求相反',
    ],
    [
      leaf('lab.colour', 'notEqual', 'red'),
      'Fact lab.colour is red, but the condition asks for the opposite',
      '事实 lab.colour是 red，而条件要求相反',
    ],
    [leaf('lab.colour', 'notEqual', 'blue'), 'Fact lab.colour is not blue (red)', '事实 lab.colour不是 blue（red）'],
    [
      leaf('lab.colour', 'in', ['blue', 'grey']),
      'Fact lab.colour is none of blue, grey (red), but the condition asks for the opposite',
      '事实 lab.colour不属于 blue、grey（red），而条件要求相反',
    ],
    [leaf('lab.ready', 'equal', true), 'Fact lab.ready: yes', '事实 lab.ready：是'],
    [
      leaf('lab.open', 'notEqual', false),
      'Fact lab.open: no, but the condition asks for yes',
      '事实 lab.open：否，而条件要求是',
    ],
    [leaf('lab.open', 'notEqual', true), 'Fact lab.open: no', '事实 lab.open：否'],
    [
      leaf('lab.ready', 'equal', false),
      'Fact lab.ready: yes, but the condition asks for no',
      '事实 lab.ready：是，而条件要求否',
    ],
    [leaf('lab.count', 'equal', 0), 'Fact lab.count is not 0 (3), 3 too high', '事实 lab.count不是 0（3），高出 3'],
    [
      leaf('lab.score', 'greaterThanInclusive', '$threshold'),
      'Fact lab.score is at least 40 (50)',
      '事实 lab.score不小于 40（50）',
    ],
    [
      leaf('lab.tags', 'contains', 'z'),
      'Fact lab.tags does not contain z (x, y), but the condition asks for the opposite',
      '事实 lab.tags不包含 z（x、y），而条件要求相反',
    ],
    [
      leaf('lab.parts', 'lacksAny', '$list'),
      'Fact lab.parts lacks some of a, b (a)',
      '事实 lab.parts缺少 a、b 中的项（a）',
    ],
    [
      leaf('lab.grants', 'reachedCap', '$cap'),
      'Fact lab.grants has reached 1 per 90 days (1 in 90 days)',
      '事实 lab.grants已达到每 90 天 1 次（90 天内 1 次）',
    ],
    [
      leaf('lab.share', 'rateBelow', '$rate'),
      'Fact lab.share is at least 50 % over 30 days (of at least 2) (1 of 2 in 30 days), 0.01 percentage points too high',
      '事实 lab.share不低于30 天内 50%（总数至少 2）（30 天内 2 次中有 1 次），高出 0.01 个百分点',
    ],
    [
      leaf('lab.outage', 'longerThan', '$duration'),
      'Fact lab.outage is not longer than 5 hours (5 hours), 1 millisecond too short',
      '事实 lab.outage不长于 5 小时（5 小时），短了 1 毫秒',
    ],
    [leaf('param.switch', 'equal', true), 'Limit: yes', '限制：是'],
  ])('%j says what was found', (condition, en, zh) => {
    expect(explainLeaf(condition).sentence).toEqual({ en, zh });
  });

  it('say so of what is unknown, not applicable, unset or off', () => {
    const window = leaf('lab.age', 'withinWindow', '$window');
    const told = (facts: Facts, parameter?: Parameter) => {
      const { state, actual, operand, margin, sentence } = explainLeaf(
        window,
        facts,
        withParameters(...(parameter === undefined ? [] : [parameter])),
      );
      return [state, actual === null, operand === null, margin, sentence.en, sentence.zh];
    };
    expect(told({ ...LAB_FACTS, 'lab.age': UNKNOWN })).toEqual([
      'unknown',
      true,
      false,
      null,
      'Fact lab.age is unknown',
      '事实 lab.age未知',
    ]);
    expect(told({ ...LAB_FACTS, 'lab.age': NOT_APPLICABLE })).toEqual([
      'not_applicable',
      true,
      false,
      null,
      'Fact lab.age does not apply',
      '事实 lab.age不适用',
    ]);
    expect(told(LAB_FACTS, unset('window'))).toEqual([
      'unknown',
      false,
      true,
      null,
      'Limit has no value yet',
      '限制尚未设定',
    ]);
    expect(told(LAB_FACTS, unset('window', 'off'))).toEqual([
      'off',
      false,
      true,
      null,
      'Fact lab.age was not looked at: the rule is switched off',
      '未检查事实 lab.age：规则已停用',
    ]);
  });

  it('keep a dollar sign in an operand as it is', () => {
    expect(explainLeaf(leaf('lab.note', 'equal', 'a $& b')).sentence.en).toMatch(
      /^Fact lab\.note is not a \$& b \(hello\)/,
    );
  });
});
