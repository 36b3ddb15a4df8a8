import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../server/core/facts/fact-value.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate, evaluateVerdict } from '../../../server/engine/evaluate/evaluate.ts';
import { buildOutcomeMemo } from '../../../server/engine/compile/outcome-memo.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildContent, LAB_AT, LAB_DICTIONARY, leaf, rule } from '../support/lab.ts';

const CALENDARS = buildCalendars();

/** A ruleset whose leaves spell the bits of a number. */
function compileBits(bits: number) {
  const leaves = Array.from({ length: bits }, (_, bit) => leaf('lab.tags', 'contains', `b${bit}`));
  return compileRuleset(buildContent([rule('bits', 1, { any: leaves })]), LAB_DICTIONARY);
}

function tagsOf(number: number, bits: number): string[] {
  return Array.from({ length: bits }, (_, bit) => bit)
    .filter((bit) => (number >> bit) & 1)
    .map((bit) => `b${bit}`);
}

function spell(number: number, bits: number): string {
  return Array.from({ length: bits }, (_, bit) => ((number >> bit) & 1 ? 'h' : 'f')).join('');
}

describe('outcomes of earlier runs', () => {
  it('are never taken for another, however many compete for a place', () => {
    const compiled = compileBits(14);
    // More different traces than places, then all of them again.
    for (let number = 0; number < 2 ** 15; number += 1) {
      const wanted = number % 2 ** 14;
      const { trace } = evaluate(compiled, { 'lab.tags': tagsOf(wanted, 14) }, CALENDARS);
      expect(trace.leaves).toBe(spell(wanted, 14));
      expect(trace.rules).toBe(wanted === 0 ? 'f' : 'h');
    }
  });

  it('name what the case at hand lacks, not what the earlier one did', () => {
    const conditions = { all: [leaf('lab.note', 'equal', 'x'), leaf('lab.grants', 'reachedCap', '$cap')] };
    const compiled = compileRuleset(buildContent([rule('open', 1, conditions)]), LAB_DICTIONARY);
    const cut = { instants: [], at: LAB_AT, truncated: true };
    const missing = (facts: Facts) => [
      evaluateVerdict(compiled, facts, CALENDARS).missing,
      evaluate(compiled, facts, CALENDARS),
    ];
    const told = { trace: { rules: 'u', leaves: 'hu' }, missing: ['lab.grants'], blockedByUnknown: true };
    expect(missing({ 'lab.note': 'x', 'lab.grants': cut })).toEqual([['lab.grants'], told]);
    expect(missing({ 'lab.note': 'x' })).toEqual([['lab.grants'], told]);
    expect(missing({ 'lab.grants': cut })).toEqual([
      ['lab.grants', 'lab.note'],
      { trace: { rules: 'u', leaves: 'uu' }, missing: ['lab.grants', 'lab.note'], blockedByUnknown: true },
    ]);
  });

  it('spell their own trace, whichever case was asked for its verdict alone before', () => {
    const compiled = compileBits(3);
    const verdict = (number: number) => evaluateVerdict(compiled, { 'lab.tags': tagsOf(number, 3) }, CALENDARS);
    const trace = (number: number) => evaluate(compiled, { 'lab.tags': tagsOf(number, 3) }, CALENDARS).trace;
    verdict(0);
    verdict(5);
    expect(trace(0)).toEqual({ rules: 'f', leaves: 'fff' });
    expect(trace(5)).toEqual({ rules: 'h', leaves: 'hfh' });
    verdict(2);
    expect(trace(2)).toEqual({ rules: 'h', leaves: 'fhf' });
  });

  it('cannot be changed, since cases share them', () => {
    const compiled = compileBits(3);
    const { trace } = evaluate(compiled, { 'lab.tags': ['b1'] }, CALENDARS);
    expect(Object.isFrozen(trace)).toBe(true);
    expect(evaluate(compiled, { 'lab.tags': ['b1'] }, CALENDARS).trace).toBe(trace);
  });

  it('are forgotten sooner where they are longer', () => {
    expect(buildOutcomeMemo(15).outcomes).toHaveLength(4_096);
    expect(buildOutcomeMemo(500).outcomes).toHaveLength(128);
    expect(buildOutcomeMemo(1_000_000).outcomes).toHaveLength(2);
    expect(buildOutcomeMemo(500).words).toHaveLength(64_000);
  });
});

it('decisions that are made together are those that are made one after the other', async () => {
  const compiled = compileBits(6);
  const numbers = Array.from({ length: 2_000 }, (_, index) => (index * 37) % 64);
  const together = await Promise.all(
    numbers.map(async (number) => {
      await Promise.resolve();
      return evaluate(compiled, { 'lab.tags': tagsOf(number, 6) }, CALENDARS).trace.leaves;
    }),
  );
  expect(together).toEqual(numbers.map((number) => spell(number, 6)));
});
