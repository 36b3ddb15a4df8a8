import { expect, it } from 'vitest';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../../server/engine/evaluate/evaluate.ts';
import { explainTrace } from '../../../server/engine/explain/explain-trace.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildContent, LAB_DICTIONARY, LAB_FACTS, leaf, rule } from '../support/lab.ts';

const CALENDARS = buildCalendars();

it('a leaf is told again in the same words, for many different values', () => {
  const compiled = compileRuleset(
    buildContent([rule('lone', 1, { all: [leaf('lab.count', 'equal', 0)] })]),
    LAB_DICTIONARY,
  );
  const tell = (count: number) => {
    const facts = { ...LAB_FACTS, 'lab.count': count };
    const [told] = explainTrace(compiled, evaluate(compiled, facts, CALENDARS).trace, facts, CALENDARS);
    return told?.conditions.type === 'all' && told.conditions.nodes[0]?.type === 'leaf'
      ? told.conditions.nodes[0].sentence.en
      : '';
  };
  const once = Array.from({ length: 200 }, (_, count) => tell(count + 1));
  expect(once[149]).toBe('Fact lab.count is not 0 (150), 150 too high');
  expect(Array.from({ length: 200 }, (_, count) => tell(count + 1))).toEqual(once);
});

it('a trace of another ruleset is refused', () => {
  const compiled = compileRuleset(
    buildContent([rule('lone', 1, { all: [leaf('lab.ready', 'equal', true)] })]),
    LAB_DICTIONARY,
  );
  for (const trace of [
    { rules: 'hh', leaves: 'h' },
    { rules: 'h', leaves: 'hh' },
    { rules: 'h', leaves: 'x' },
    { rules: 'x', leaves: 'h' },
  ]) {
    expect(() => explainTrace(compiled, trace, LAB_FACTS, CALENDARS)).toThrow(RangeError);
  }
});
