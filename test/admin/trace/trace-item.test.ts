import { describe, expect, it } from 'vitest';
import { listTraceItems, wordLeaf, selectDeciding } from '../../../admin/trace/trace-item.ts';
import { listVisible, openAtFirst } from '../../../admin/trace/use-tree-keys.ts';
import { SAMPLE_RULES } from './sample-trace.ts';

const items = listTraceItems(SAMPLE_RULES, 'unused-pack');

describe('the lines of a trace', () => {
  it('are the rules in their order, each with its conditions', () => {
    expect(items.map(({ rule }) => rule?.name)).toEqual(SAMPLE_RULES.map(({ name }) => name));
    expect(items[2]?.children[0]?.group).toBe('all');
    expect(items[2]?.children[0]?.children.map(({ id }) => id)).toEqual(['2.0.0', '2.0.1']);
  });

  it('mark what decided and what nearly did', () => {
    expect(items.filter(({ decisive }) => decisive).map(({ id }) => id)).toEqual(['2']);
    expect(items.filter(({ nearMiss }) => nearMiss).map(({ id }) => id)).toEqual(['3']);
  });

  it('can be narrowed to what explains the outcome', () => {
    expect(selectDeciding(items).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('open at the rule that decided and at the near miss', () => {
    const visible = listVisible(items, openAtFirst(items));
    expect(visible.map(({ item }) => item.id)).toEqual([
      '0',
      '1',
      '2',
      '2.0',
      '2.0.0',
      '2.0.1',
      '3',
      '3.0',
      '3.0.0',
      '3.0.1',
    ]);
    expect(visible.find(({ item }) => item.id === '2.0.1')?.parentId).toBe('2.0');
  });

  it('are all there where nothing decided', () => {
    const undecided = listTraceItems(
      SAMPLE_RULES.map((rule) => ({ ...rule, decisive: false })),
      null,
    );
    expect(selectDeciding(undecided).map(({ id }) => id)).toEqual(['1']);
  });
});

describe('a ruleset that did not decide', () => {
  it('has a rule that fired first, and none that decides', () => {
    const outvoted = listTraceItems(SAMPLE_RULES, null, false);
    expect(outvoted.some(({ decisive }) => decisive)).toBe(true);
    expect(outvoted.filter(({ decides }) => decides)).toEqual([]);
    expect(items.filter(({ decides }) => decides)).toEqual(items.filter(({ decisive }) => decisive));
  });
});

describe('a condition of yes or no', () => {
  const leaf = {
    type: 'leaf' as const,
    state: 'failed' as const,
    fact: 'claim.automatic',
    operator: 'equal',
    actual: false,
    operand: true,
    parameter: null,
    margin: null,
    sentence: { en: 'Automatic claim: no', zh: '自动申请：否' },
  };

  it('says what was asked for where it failed, and what was so where it held', () => {
    expect(wordLeaf(leaf)).toEqual({ en: 'Automatic claim: yes', zh: '自动申请：是' });
    expect(wordLeaf({ ...leaf, state: 'held', operand: false })).toBe(leaf.sentence);
    expect(wordLeaf({ ...leaf, operand: null })).toBe(leaf.sentence);
  });
});
