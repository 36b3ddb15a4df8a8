import { describe, expect, it } from 'vitest';
import type { NearMiss } from '../../../server/core/decisions/decision.ts';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../../server/core/facts/fact-value.ts';
import type { Condition, Rule } from '../../../server/core/policies/ruleset.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../../server/engine/evaluate/evaluate.ts';
import { findNearMiss } from '../../../server/engine/explain/find-near-miss.ts';
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
} from '../support/lab.ts';

const held = leaf('lab.ready', 'equal', true);
const failed = leaf('lab.open', 'equal', true);
const red = leaf('lab.colour', 'equal', 'red');
const blue = leaf('lab.colour', 'equal', 'blue');
const inTime = leaf('lab.age', 'withinWindow', '$window');
const LATE: Facts = {
  ...LAB_FACTS,
  'lab.age': { from: LAB_AT - 14 * DAY_MS - 6 * HOUR_MS - 720_000, to: LAB_AT, zone: 'UTC' },
};
const denies: Rule = rule('denies', 10, { all: [held] }, {}, 'deny');

function find(rules: readonly Rule[], facts: Facts = LATE): NearMiss | null {
  const compiled = compileRuleset(buildContent(rules), LAB_DICTIONARY);
  const calendars = buildCalendars();
  const { trace, decisive, blockedByUnknown } = evaluate(compiled, facts, calendars);
  const decided = blockedByUnknown ? null : (decisive?.index ?? null);
  const denied = decided !== null && decisive?.rule.event.type === 'deny';
  return findNearMiss(compiled, trace, facts, calendars, decided, denied ? 'denied' : 'referred');
}

describe('the failed condition that alone kept a better finding away', () => {
  it('is told with its margin', () => {
    expect(find([grantRule('grants', 20, { all: [held, inTime] }), denies])).toEqual({
      rule: 'grants',
      fact: 'lab.age',
      operator: 'withinWindow',
      parameter: 'window',
      margin: 22_320_000,
      words: { en: '6 hours 12 minutes too late', zh: '晚了 6 小时 12 分钟' },
    });
  });

  it('is told in a sentence where nothing can be measured', () => {
    expect(find([grantRule('grants', 20, { all: [held, blue] }), denies])).toEqual({
      rule: 'grants',
      fact: 'lab.colour',
      operator: 'equal',
      words: { en: 'Fact lab.colour is not blue (red)', zh: '事实 lab.colour不是 blue（red）' },
    });
  });

  it.each<[string, Condition]>([
    ['two conditions failed', { all: [held, inTime, failed] }],
    ['something beside it was unknown', { all: [held, inTime, leaf('lab.note', 'equal', 'x')] }],
    ['something beside it was not applicable', { all: [held, inTime, leaf('lab.shape', 'equal', 'x')] }],
    ['two groups failed', { all: [{ any: [inTime] }, { any: [failed, blue] }] }],
    ['nothing else was fulfilled and nothing can be measured', { all: [blue] }],
  ])('is not there where %s', (_why, conditions) => {
    expect(
      find([grantRule('grants', 20, conditions), denies], {
        ...LATE,
        'lab.note': UNKNOWN,
        'lab.shape': NOT_APPLICABLE,
      }),
    ).toBeNull();
  });

  it.each<[string, Condition]>([
    ['in a choice of which none held', { all: [held, { any: [inTime, { all: [failed, blue] }] }] }],
    ['below a not', { all: [held, { not: { any: [failed, leaf('lab.age', 'outsideWindow', '$window')] } }] }],
    ['by itself', { all: [inTime] }],
    ['beside an unknown alternative', { any: [inTime, { all: [failed, leaf('lab.note', 'equal', 'x')] }] }],
  ])('is found %s', (_where, conditions) => {
    expect(find([grantRule('grants', 20, conditions), denies], { ...LATE, 'lab.note': UNKNOWN })).toMatchObject({
      rule: 'grants',
      margin: 22_320_000,
    });
  });

  it('is looked for only in better findings above the decision', () => {
    const late = { all: [held, inTime] };
    expect(find([rule('denies-too', 20, late, {}, 'deny'), denies])).toBeNull();
    expect(find([rule('asks', 20, late, {}, 'needs_info'), denies])).toBeNull();
    expect(find([denies, grantRule('grants', 5, late)])).toBeNull();
    expect(find([rule('refers-too', 20, late), rule('refers', 10, { all: [held] })])).toBeNull();
    expect(find([rule('refers', 20, late), denies])).toMatchObject({ rule: 'refers' });
  });

  it('of several is one that can be measured, then of the better finding, then the first', () => {
    const count = leaf('lab.count', 'equal', 0);
    expect(
      find([grantRule('unmeasured', 30, { all: [held, blue] }), rule('measured', 20, { all: [held, inTime] }), denies]),
    ).toMatchObject({ rule: 'measured' });
    expect(
      find([rule('refers', 30, { all: [held, inTime] }), grantRule('grants', 20, { all: [held, count] }), denies]),
    ).toMatchObject({ rule: 'grants', margin: 3 });
    expect(
      find([grantRule('first', 30, { all: [held, inTime] }), grantRule('second', 20, { all: [held, count] }), denies]),
    ).toMatchObject({ rule: 'first' });
    const nearer = grantRule('nearer', 20, { all: [held, red, blue] });
    expect(find([grantRule('near', 30, { all: [held, blue] }), nearer, denies])).toMatchObject({ rule: 'nearer' });
  });

  it('is looked for in all rules where something unknown referred the case', () => {
    const rules = [
      rule('open', 30, { all: [leaf('lab.note', 'equal', 'x')] }),
      grantRule('grants', 20, { all: [held, inTime] }),
    ];
    expect(find(rules, { ...LATE, 'lab.note': UNKNOWN })).toMatchObject({ rule: 'grants' });
  });
});

describe('the condition by which the deciding rule came first', () => {
  const capped = rule('capped', 10, { all: [held, leaf('lab.grants', 'reachedCap', '$cap')] });

  it('is told as its complement, which failed', () => {
    expect(find([capped, grantRule('grants', 5, { all: [held] })])).toEqual({
      rule: 'grants',
      fact: 'lab.grants',
      operator: 'belowCap',
      parameter: 'cap',
      margin: 1,
      words: { en: '1 too many', zh: '多了 1 次' },
    });
  });

  it('comes after one that failed above', () => {
    const above = grantRule('above', 20, { all: [held, inTime] });
    expect(find([above, capped, grantRule('grants', 5, { all: [held] })])).toMatchObject({ rule: 'above' });
  });

  it.each<[string, readonly Rule[]]>([
    ['the next rule is no better', [capped, rule('refers', 5, { all: [held] })]],
    [
      'the next rule is unknown',
      [capped, rule('open', 7, { all: [leaf('lab.note', 'equal', 'x')] }), grantRule('grants', 5, { all: [held] })],
    ],
    ['nothing follows', [capped]],
    ['it cannot be measured', [rule('red', 10, { all: [red] }), grantRule('grants', 5, { all: [held] })]],
    [
      'only the fallback follows',
      [
        rule('old', 10, { all: [{ not: inTime }] }, {}, 'deny'),
        rule('silent', 1, { all: [held] }, { stage: 'fallback' }),
      ],
    ],
  ])('is not told where %s', (_why, rules) => {
    expect(find(rules, { ...LATE, 'lab.note': UNKNOWN })).toBeNull();
  });
});
