import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../../server/core/facts/fact-value.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { Condition, Rule } from '../../../server/core/policies/ruleset.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate, evaluateVerdict, type Evaluation } from '../../../server/engine/evaluate/evaluate.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildContent, LAB_AT, LAB_DICTIONARY, LAB_FACTS, leaf, rule, unset, withParameters } from '../support/lab.ts';

const CALENDARS = buildCalendars();
const held = leaf('lab.ready', 'equal', true);
const failed = leaf('lab.ready', 'equal', false);
const unknown = leaf('lab.note', 'equal', 'x');
const inapplicable = leaf('lab.shape', 'equal', 'x');
const FACTS: Facts = { ...LAB_FACTS, 'lab.note': UNKNOWN, 'lab.shape': NOT_APPLICABLE };

function run(rules: readonly Rule[], facts: Facts = FACTS, parameters?: readonly Parameter[]): Evaluation {
  return evaluate(compileRuleset(buildContent(rules, parameters), LAB_DICTIONARY), facts, CALENDARS);
}

/** The state of a lone rule with these conditions. */
function stateOf(conditions: Condition): string {
  return run([rule('lone', 1, conditions)]).trace.rules;
}

describe('three-valued logic', () => {
  it.each<[string, Condition, string]>([
    ['all of held', { all: [held, held] }, 'h'],
    ['all: unknown leaves it open', { all: [held, unknown] }, 'u'],
    ['all: failed dominates unknown', { all: [unknown, failed, held] }, 'f'],
    ['all: not applicable fails', { all: [held, inapplicable] }, 'f'],
    ['all: not applicable dominates unknown', { all: [unknown, inapplicable] }, 'f'],
    ['any of failed', { any: [failed, failed] }, 'f'],
    ['any: unknown leaves it open', { any: [failed, unknown] }, 'u'],
    ['any: held dominates unknown', { any: [unknown, held, failed] }, 'h'],
    ['any: not applicable fails', { any: [failed, inapplicable] }, 'f'],
    ['not held', { not: held }, 'f'],
    ['not failed', { not: failed }, 'h'],
    ['not unknown', { not: unknown }, 'u'],
    ['not of what is not applicable fails as well', { not: inapplicable }, 'f'],
    ['not of a group', { not: { any: [failed, { all: [held, failed] }] } }, 'h'],
    ['not of a group with unknown', { not: { all: [held, unknown] } }, 'u'],
    ['nested groups', { all: [{ any: [failed, { all: [held, { not: failed }] }] }, held] }, 'h'],
  ])('%s', (_case, conditions, expected) => {
    expect(stateOf('fact' in conditions ? { all: [conditions] } : conditions)).toBe(expected);
  });
});

describe('the trace', () => {
  it('has every rule and every leaf, in running order, also below the rule that decides', () => {
    const { trace } = run([
      rule('last', 1, { any: [failed, unknown] }),
      rule('first', 9, { all: [held, { not: failed }] }),
      rule('second', 5, { all: [inapplicable, held] }),
    ]);
    expect(trace).toEqual({ rules: 'hfu', leaves: 'hhnhfu' });
  });

  it('is spelled right for every number of leaves and for every state', () => {
    for (let count = 1; count <= 13; count += 1) {
      const leaves = Array.from(
        { length: count },
        (_, index) => [held, failed, unknown, inapplicable][index % 4] ?? held,
      );
      expect(run([rule('lone', 1, { all: leaves })]).trace.leaves).toBe('hfun'.repeat(4).slice(0, count));
    }
  });

  it('is the same for facts that lead to the same states, and another for others', () => {
    const compiled = compileRuleset(
      buildContent([rule('lone', 1, { all: [leaf('lab.count', 'lessThan', 10)] })]),
      LAB_DICTIONARY,
    );
    const at = (count: number) => evaluate(compiled, { ...FACTS, 'lab.count': count }, CALENDARS).trace;
    expect(at(1)).toBe(at(2));
    expect(at(11)).toEqual({ rules: 'f', leaves: 'f' });
    expect(at(3)).toEqual({ rules: 'h', leaves: 'h' });
  });
});

describe('the verdict', () => {
  it('is the first rule that held', () => {
    const { decisive, missing, blockedByUnknown } = run([
      rule('a', 3, { all: [failed] }),
      rule('b', 2, { all: [held] }),
      rule('c', 1, { all: [held] }),
    ]);
    expect(decisive).toMatchObject({ rule: { name: 'b' }, index: 1 });
    expect({ missing, blockedByUnknown }).toEqual({ missing: [], blockedByUnknown: false });
  });

  it('is blocked by an unknown rule above it, which names what it lacked', () => {
    const above = { all: [held, unknown, leaf('lab.outage', 'longerThan', '$duration')] };
    const facts: Facts = { ...FACTS, 'lab.outage': UNKNOWN };
    const { decisive, missing, blockedByUnknown } = run([rule('a', 3, above), rule('b', 2, { all: [held] })], facts);
    expect(decisive?.rule.name).toBe('b');
    expect({ missing, blockedByUnknown }).toEqual({ missing: ['lab.note', 'lab.outage'], blockedByUnknown: true });
  });

  it('does not mind an unknown rule below it', () => {
    const { missing, blockedByUnknown } = run([rule('a', 3, { all: [held] }), rule('b', 2, { all: [unknown] })]);
    expect({ missing, blockedByUnknown }).toEqual({ missing: [], blockedByUnknown: false });
  });

  it('is absent where no rule held; every unknown one then says what it lacked', () => {
    const evaluation = run([rule('a', 3, { all: [failed] }), rule('b', 2, { any: [unknown, failed] })]);
    expect(evaluation).not.toHaveProperty('decisive');
    expect(evaluation.blockedByUnknown).toBe(true);
    expect(evaluation.missing).toEqual(['lab.note']);
    expect(run([rule('a', 3, { all: [failed] })])).toEqual({
      trace: { rules: 'f', leaves: 'f' },
      missing: [],
      blockedByUnknown: false,
    });
  });

  it('names only what left the rule open, not what another condition had decided', () => {
    const facts: Facts = { ...FACTS, 'lab.count': UNKNOWN, 'lab.score': UNKNOWN };
    const decided = { any: [held, leaf('lab.count', 'equal', 1)] };
    const lost = { all: [failed, leaf('lab.score', 'equal', 1)] };
    expect(run([rule('a', 1, { all: [decided, unknown] })], facts).missing).toEqual(['lab.note']);
    expect(run([rule('a', 1, { any: [lost, unknown] })], facts).missing).toEqual(['lab.note']);
  });

  it('counts a fact that is not there at all as unknown', () => {
    expect(run([rule('a', 1, { all: [held] })], {}).missing).toEqual(['lab.ready']);
  });

  it('names a history that is too short to tell', () => {
    const facts = { ...FACTS, 'lab.grants': { instants: [], at: LAB_AT, truncated: true } };
    expect(run([rule('a', 1, { all: [leaf('lab.grants', 'reachedCap', '$cap')] })], facts).missing).toEqual([
      'lab.grants',
    ]);
  });

  it('is the same without the trace', () => {
    const compiled = compileRuleset(
      buildContent([rule('a', 3, { all: [unknown] }), rule('b', 2, { all: [held] })]),
      LAB_DICTIONARY,
    );
    const { trace: _trace, ...verdict } = evaluate(compiled, FACTS, CALENDARS);
    expect(evaluateVerdict(compiled, FACTS, CALENDARS)).toEqual(verdict);
  });
});

describe('unset parameters', () => {
  const capped = { all: [held, leaf('lab.grants', 'reachedCap', '$cap')] };

  it('leave a condition unknown and are named', () => {
    const { trace, missing } = run([rule('a', 1, capped)], FACTS, withParameters(unset('cap')));
    expect(trace).toEqual({ rules: 'u', leaves: 'hu' });
    expect(missing).toEqual(['param.cap']);
  });

  it('are named beside the fact, where both are missing', () => {
    const facts: Facts = { ...FACTS, 'lab.grants': UNKNOWN };
    expect(run([rule('a', 1, capped)], facts, withParameters(unset('cap', 'refer'))).missing).toEqual([
      'lab.grants',
      'param.cap',
    ]);
  });

  it('do not matter beside a false condition, nor for a fact that is not applicable', () => {
    const parameters = withParameters(unset('cap'));
    expect(run([rule('a', 1, { all: [failed, ...capped.all] })], FACTS, parameters).trace.rules).toBe('f');
    expect(run([rule('a', 1, capped)], { ...FACTS, 'lab.grants': NOT_APPLICABLE }, parameters).trace).toEqual({
      rules: 'f',
      leaves: 'hn',
    });
  });

  it('switch their whole rule off where they say so, before anything else counts', () => {
    const parameters = withParameters(unset('cap', 'off'));
    const { trace, decisive, blockedByUnknown } = run(
      [rule('a', 2, { all: [unknown, ...capped.all] }), rule('b', 1, { all: [held] })],
      FACTS,
      parameters,
    );
    expect(trace).toEqual({ rules: 'oh', leaves: 'oooh' });
    expect(decisive?.rule.name).toBe('b');
    expect(blockedByUnknown).toBe(false);
  });

  it('stand on the left as well', () => {
    const on = { all: [leaf('param.switch', 'equal', true)] };
    expect(run([rule('a', 1, on)]).trace.rules).toBe('h');
    expect(run([rule('a', 1, { not: on })]).trace.rules).toBe('f');
    const open = run([rule('a', 1, on)], FACTS, withParameters(unset('switch')));
    expect([open.trace.rules, open.missing]).toEqual(['u', ['param.switch']]);
    expect(run([rule('a', 1, on)], FACTS, withParameters(unset('switch', 'off'))).trace).toEqual({
      rules: 'o',
      leaves: 'o',
    });
  });

  it('give a matrix as two lists, both unknown while it is unset', () => {
    const listed = (half: string) =>
      run([rule('a', 1, { all: [leaf('lab.note', 'in', `$matrix.${half}`)] })], { ...FACTS, 'lab.note': 'r/x' });
    expect([listed('yes').trace.rules, listed('no').trace.rules]).toEqual(['h', 'f']);
    const open = run(
      [rule('a', 1, { all: [leaf('lab.colour', 'notIn', '$matrix.yes')] })],
      FACTS,
      withParameters(unset('matrix')),
    );
    expect(open.missing).toEqual(['param.matrix.yes']);
  });
});

describe('a fact of another type than the dictionary says', () => {
  it.each([
    ['lab.count', '9', leaf('lab.count', 'lessThanInclusive', 14)],
    ['lab.count', [5], leaf('lab.count', 'lessThanInclusive', 14)],
    ['lab.note', 5, leaf('lab.note', 'in', ['5'])],
    ['lab.ready', 'true', leaf('lab.ready', 'equal', true)],
    ['lab.age', '2026-07-15', leaf('lab.age', 'withinWindow', '$window')],
  ])('%s = %j is not decided at all', (fact, value, condition) => {
    const facts = { ...FACTS, [fact]: value } as Facts;
    expect(() => run([rule('a', 1, { all: [condition] })], facts)).toThrow(TypeError);
  });

  it('null is no object here', () => {
    const facts = { ...FACTS, 'lab.tags': null } as unknown as Facts;
    expect(() => run([rule('a', 1, { all: [leaf('lab.tags', 'contains', 'x')] })], facts)).toThrow(TypeError);
  });
});
