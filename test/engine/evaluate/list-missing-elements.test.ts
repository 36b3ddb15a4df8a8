import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { listMissingElements } from '../../../server/engine/evaluate/list-missing-elements.ts';
import { buildContent, LAB_DICTIONARY, LAB_FACTS, leaf, rule } from '../support/lab.ts';

function list(conditions: Condition, parts: readonly string[] | typeof UNKNOWN): string[] {
  const asking = rule('asking', 1, conditions, {}, 'needs_info');
  const compiled = compileRuleset(
    buildContent([rule('before', 2, { all: [leaf('lab.tags', 'lacksAny', ['z'])] }), asking]),
    LAB_DICTIONARY,
  );
  return listMissingElements(asking, compiled, { ...LAB_FACTS, 'lab.parts': parts });
}

describe('listMissingElements', () => {
  it('names, sorted, what the list lacks', () => {
    expect(list({ all: [leaf('lab.parts', 'lacksAny', ['c', 'b', 'a'])] }, ['a'])).toEqual(['b', 'c']);
    expect(list({ all: [leaf('lab.parts', 'lacksAny', '$list')] }, ['a'])).toEqual(['b']);
  });

  it('joins several lists and reads includesAll below a not', () => {
    const conditions = {
      all: [leaf('lab.parts', 'lacksAny', ['c']), { not: leaf('lab.parts', 'includesAll', ['b', 'c']) }],
    };
    expect(list(conditions, ['a'])).toEqual(['b', 'c']);
  });

  it('says nothing of other conditions, of other rules and of an unknown list', () => {
    expect(list({ all: [leaf('lab.parts', 'includesAll', ['a'])] }, ['a'])).toEqual([]);
    expect(list({ all: [leaf('lab.parts', 'lacksAny', ['c'])] }, UNKNOWN)).toEqual([]);
    expect(
      listMissingElements(
        rule('elsewhere', 1, { all: [] }),
        compileRuleset(buildContent([]), LAB_DICTIONARY),
        LAB_FACTS,
      ),
    ).toEqual([]);
  });
});
