import { describe, expect, it } from 'vitest';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../../server/engine/evaluate/evaluate.ts';
import { buildTraceMemo } from '../../../server/engine/compile/trace-memo.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildContent, LAB_DICTIONARY, leaf, rule } from '../support/lab.ts';

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

describe('traces that were spelled before', () => {
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

  it('cannot be changed, since cases share them', () => {
    const compiled = compileBits(3);
    const { trace } = evaluate(compiled, { 'lab.tags': ['b1'] }, CALENDARS);
    expect(Object.isFrozen(trace)).toBe(true);
    expect(evaluate(compiled, { 'lab.tags': ['b1'] }, CALENDARS).trace).toBe(trace);
  });

  it('are forgotten sooner where they are longer', () => {
    expect(buildTraceMemo(15).traces).toHaveLength(4_096);
    expect(buildTraceMemo(500).traces).toHaveLength(128);
    expect(buildTraceMemo(1_000_000).traces).toHaveLength(1);
    expect(buildTraceMemo(500).words).toHaveLength(64_000);
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
