import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { rankOutcome } from '../../../server/core/decisions/rank-outcome.ts';
import { deriveRefundableMinor } from '../../../server/core/facts/derive-order-facts.ts';
import { compareDecisions } from '../../../server/core/decisions/compare-decisions.ts';
import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import type { Candidate } from '../../../server/engine/decide/candidate.ts';
import { mergeDeep } from '../../builders/deep-partial.ts';
import { readPolicyContent } from '../support/read-policy-content.ts';
import { anyHoles, anyRecord } from './any-record.ts';
import { buildCandidate, compileVersion, decideBy } from './support.ts';

const PROGRAMS = ['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer'];
const FLOOR = compileVersion(readPolicyContent('statutory-floor'));
const CANDIDATES = new Map(PROGRAMS.map((program) => [program, buildCandidate(readPolicyContent(program))]));
// By name, so that a counterexample prints as one.
const anyProgram = fc.constantFrom(...PROGRAMS);
const RUNS = { numRuns: 1000 };

function plain(program: string): Candidate {
  const candidate = CANDIDATES.get(program);
  if (candidate === undefined) throw new Error(`No candidate of ${program}`);
  return candidate;
}

function withFloor(program: string): Candidate {
  return { ...plain(program), floor: FLOOR };
}

function punch(record: CaseRecord, holes: readonly object[]): CaseRecord {
  // A hole in a part that the record has not got is none.
  const fitting = holes.filter((hole) => Object.keys(hole).every((part) => part in record));
  return fitting.reduce<CaseRecord>((holed, hole) => mergeDeep(holed, hole), record);
}

function ruleOf(decision: DecisionDraft): string | undefined {
  return decision.candidates[0]?.policy.rule;
}

describe('what is not known', () => {
  test.prop([anyRecord, anyHoles, anyProgram], RUNS)(
    'refers or changes nothing: no rule decides that would not decide the full record',
    (record, holes, program) => {
      const holed = decideBy(punch(record, holes), plain(program));
      if (holed.reasonCode === 'FACTS_MISSING') {
        expect(holed.missing).not.toEqual([]);
        expect(holed.effects).toEqual([]);
      } else {
        expect(ruleOf(holed)).toBe(ruleOf(decideBy(record, plain(program))));
      }
    },
  );

  test.prop([anyRecord, anyHoles, anyProgram], RUNS)(
    'denies nothing that the full record would not, the floor considered, and pays nothing that it would not',
    (record, holes, program) => {
      const holed = decideBy(punch(record, holes), withFloor(program));
      const full = decideBy(record, withFloor(program));
      if (holed.disposition === 'denied')
        expect(full).toMatchObject({ disposition: 'denied', reasonCode: holed.reasonCode });
      if (holed.disposition === 'granted') expect(rankOutcome(full)).toBeGreaterThanOrEqual(rankOutcome(holed));
    },
  );
});

describe('the floor', () => {
  test.prop([anyRecord, anyHoles, anyProgram], RUNS)('never worsens an outcome', (record, holes, program) => {
    const holed = punch(record, holes);
    const [without, beside] = [decideBy(holed, plain(program)), decideBy(holed, withFloor(program))];
    expect(rankOutcome(beside)).toBeGreaterThanOrEqual(rankOutcome(without));
  });
});

describe('amounts and effects', () => {
  test.prop([anyRecord, anyProgram], RUNS)(
    'stay within what is left to give, and the decision says what the effects do',
    (record, program) => {
      const decision = decideBy(record, withFloor(program));
      for (const effect of decision.effects) {
        if (effect.kind === 'cash_refund') {
          const left = record.order === undefined ? 0 : deriveRefundableMinor(record.order);
          expect(effect.amountMinor).toBeGreaterThan(0);
          expect(effect.amountMinor).toBeLessThanOrEqual(left);
          expect(decision).toMatchObject({ amountMinor: effect.amountMinor, currency: effect.currency, credits: null });
        }
        if (effect.kind === 'credit_restore' || effect.kind === 'courtesy_credit') {
          const open = (record.generation?.credits ?? 0) - (record.generation?.creditsRestored ?? 0);
          expect(effect.credits).toBeGreaterThan(0);
          expect(effect.credits).toBeLessThanOrEqual(open);
          expect(decision).toMatchObject({ credits: effect.credits, amountMinor: null });
        }
        if (effect.kind === 'credit_restore' || effect.kind === 'credit_forfeit') {
          expect(effect.lots.reduce((sum, lot) => sum + lot.credits, 0)).toBe(effect.credits);
        }
      }
      const gives = decision.effects.filter(
        ({ kind }) => kind === 'cash_refund' || kind === 'credit_restore' || kind === 'courtesy_credit',
      );
      expect(gives).toHaveLength(decision.disposition === 'granted' ? 1 : 0);
      expect(new Set(decision.effects.map(({ key }) => key)).size).toBe(decision.effects.length);
    },
  );
});

describe('of two versions', () => {
  test.prop([anyRecord, anyProgram, anyProgram], RUNS)(
    'the outcome is the better of what each says alone',
    (record, one, other) => {
      const alone = [decideBy(record, withFloor(one)), decideBy(record, withFloor(other))].map(rankOutcome);
      const both = decideBy(record, withFloor(one), { ...withFloor(other), basis: 'purchase_time' });
      expect(rankOutcome(both)).toBe(Math.max(...alone));
      expect(both.candidates).toHaveLength(2);
    },
  );
});

describe('a decision', () => {
  test.prop([anyRecord, anyHoles, anyProgram], RUNS)(
    'is the same bytes when replayed from its stored text',
    (record, holes, program) => {
      const stored = canonicalise(punch(record, holes));
      const decision = decideBy(punch(record, holes), withFloor(program));
      const again = decideBy(JSON.parse(stored) as CaseRecord, withFloor(program));
      expect(compareDecisions(JSON.parse(canonicalise(decision)) as DecisionDraft, again)).toEqual([]);
    },
  );

  test.prop([anyRecord], RUNS)('that denies without a reason reads the same whatever the reason', (record) => {
    const english = mergeDeep<CaseRecord>(record, { claim: { locale: 'en' } });
    const decision = decideBy(english, plain('photoroom'));
    if (decision.disposition === 'denied') {
      expect(decision.message.customer).toBe('We have looked at your request and cannot grant it.');
    } else {
      expect(decision.message.customer).not.toContain('cannot grant');
    }
  });
});
