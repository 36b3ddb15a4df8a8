import { describe, expect, it } from 'vitest';
import { compareDecisions } from '../../../server/core/decisions/compare-decisions.ts';
import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { buildDraft } from './build-draft.ts';

describe('compareDecisions', () => {
  it('finds none between a decision and itself, read from its stored text', () => {
    const draft = buildDraft();
    expect(compareDecisions(JSON.parse(canonicalise(draft)) as DecisionDraft, draft)).toEqual([]);
  });

  it('points at every place that differs, with both values', () => {
    const stored = buildDraft();
    const again = buildDraft({ reasonCode: 'OTHER', clauseIds: ['ANUMI-4d', 'ANUMI-4e'], amountMinor: 5 });
    expect(compareDecisions(stored, again)).toEqual([
      { path: '/amountMinor', stored: null, again: 5 },
      { path: '/clauseIds/1', again: 'ANUMI-4e' },
      { path: '/reasonCode', stored: 'CASH_WINDOW_PASSED', again: 'OTHER' },
    ]);
  });

  it('points into the candidates and sees what is gone', () => {
    const [candidate] = buildDraft().candidates;
    if (candidate === undefined) throw new Error('no candidate');
    const { rule: _rule, ...policy } = candidate.policy;
    const again = buildDraft({
      candidates: [{ ...candidate, policy: { ...policy, trace: { rules: 'fu', leaves: 'fh' } } }],
    });
    expect(compareDecisions(buildDraft(), again)).toEqual([
      { path: '/candidates/0/policy/rule', stored: 'cash-window-passed' },
      { path: '/candidates/0/policy/trace/rules', stored: 'fh', again: 'fu' },
    ]);
  });

  it('takes a list, an object and null for different things', () => {
    const again = buildDraft({
      clauseIds: JSON.parse('{"0":"ANUMI-4d"}') as string[],
      nearMiss: JSON.parse('{}') as null,
    });
    expect(compareDecisions(buildDraft(), again).map(({ path }) => path)).toEqual(['/clauseIds', '/nearMiss']);
  });

  it('escapes what a pointer keeps for itself', () => {
    const stored = { ...buildDraft(), 'a/b~c': 1 };
    expect(compareDecisions(stored, buildDraft())).toEqual([{ path: '/a~1b~0c', stored: 1 }]);
  });
});
