import { describe, expect, it } from 'vitest';
import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import type { Rule } from '../../../server/core/policies/ruleset.ts';
import { buildCaseRecord } from '../../builders/case-record.ts';
import {
  ALWAYS,
  SILENT,
  buildCandidate,
  buildContent,
  buildFloored,
  compileVersion,
  decideBy,
  rule,
  switchOn,
} from './support.ts';

const RECORD = buildCaseRecord({ order: { lot: { remaining: 40, consumed: 60 } }, customer: { country: undefined } });
const UNKNOWN = { fact: 'customer.region', operator: 'equal', value: 'eu' } as const;

const LADDER: readonly Rule[] = [
  rule('p-deny', 'deny', ALWAYS),
  rule('p-refer', 'refer', ALWAYS),
  rule('p-pro-rata', 'grant', ALWAYS, { remedy: 'cash_pro_rata' }),
  rule('p-full', 'grant', ALWAYS, { remedy: 'cash_full' }),
];

function run(policy: Rule, floor: Rule): DecisionDraft {
  return decideBy(RECORD, buildFloored([policy, SILENT], [{ ...floor, name: floor.name.replace('p-', 'f-') }]));
}

describe('the statutory floor', () => {
  for (const [policyRank, policy] of LADDER.entries()) {
    for (const [floorRank, floor] of LADDER.entries()) {
      it(`${floorRank > policyRank ? 'decides' : 'leaves the policy to decide'}: ${policy.name} beside ${floor.name}`, () => {
        const decision = run(policy, floor);
        expect(decision.candidates[0]?.decidedBy).toBe(floorRank > policyRank ? 'floor' : 'policy');
        expect(decision.floorVersion).toEqual({ policy: 'statutory-floor', number: 1, digest: 'statutory-floor-1' });
      });
    }
  }

  it('is kept beside the policy in the trace', () => {
    const decision = run(
      rule('p-deny', 'deny', ALWAYS),
      rule('p-full', 'grant', ALWAYS, { remedy: 'cash_full', clause: 'FLOOR-1' }),
    );
    expect(decision).toMatchObject({ disposition: 'granted', amountMinor: 999, clauseIds: ['FLOOR-1'] });
    expect(decision.candidates[0]).toMatchObject({
      policy: { rule: 'p-deny' },
      floor: { rule: 'f-full', trace: { rules: 'h' } },
    });
  });

  it('has no effects where it does not decide, nor the policy where it does', () => {
    const deny = rule('p-deny', 'deny', ALWAYS, { proposeAccountAction: 'suspend' });
    const decision = run(deny, rule('p-full', 'grant', ALWAYS, { remedy: 'cash_full' }));
    expect(decision.effects.map(({ kind }) => kind)).toEqual(['cash_refund']);
    expect(run(deny, deny).effects.map(({ kind }) => kind)).toEqual(['account_action']);
  });

  it('leaves alone whatever stands', () => {
    const full = rule('p-full', 'grant', ALWAYS, { remedy: 'cash_full' });
    for (const standing of [
      rule('ask', 'needs_info', ALWAYS),
      rule('nothing', 'no_action', ALWAYS),
      rule('early', 'deny', ALWAYS, { stage: 'integrity' }),
      rule('frozen', 'refer', ALWAYS, { stage: 'freeze' }),
    ]) {
      expect(run(standing, full)).toMatchObject({
        reasonCode: standing.event.params.reasonCode,
        candidates: [{ decidedBy: 'policy' }],
      });
    }
  });

  it('leaves facts missing in the preamble alone and improves on facts missing below it', () => {
    const full = rule('p-full', 'grant', ALWAYS, { remedy: 'cash_full' });
    expect(run(rule('early', 'deny', UNKNOWN, { stage: 'freeze' }), full).reasonCode).toBe('FACTS_MISSING');
    expect(run(rule('below', 'deny', UNKNOWN), full).reasonCode).toBe('P_FULL');
  });

  it('sends a denial to a person where it cannot be known', () => {
    const unknown = rule('p-full', 'grant', UNKNOWN, { remedy: 'cash_full' });
    const decision = run(rule('p-deny', 'deny', ALWAYS, { proposeAccountAction: 'suspend' }), unknown);
    expect(decision).toMatchObject({
      disposition: 'referred',
      reasonCode: 'STATUTORY_FACTS_MISSING',
      missing: ['customer.region'],
      effects: [],
      clauseIds: [],
    });
    expect(decision.candidates[0]).toMatchObject({
      decidedBy: 'floor',
      policy: { rule: 'p-deny' },
      floor: { missing: ['customer.region'] },
    });
  });

  it('changes nothing else where it cannot be known', () => {
    const unknown = rule('p-full', 'grant', UNKNOWN, { remedy: 'cash_full' });
    expect(run(rule('p-refer', 'refer', ALWAYS), unknown).reasonCode).toBe('P_REFER');
    expect(run(rule('p-pro-rata', 'grant', ALWAYS, { remedy: 'cash_pro_rata' }), unknown).reasonCode).toBe(
      'P_PRO_RATA',
    );
  });

  it('neither asks nor sends away', () => {
    expect(run(rule('p-deny', 'deny', ALWAYS), rule('ask', 'needs_info', ALWAYS)).reasonCode).toBe('P_DENY');
    expect(run(rule('p-deny', 'deny', ALWAYS), rule('nothing', 'no_action', ALWAYS)).reasonCode).toBe('P_DENY');
  });

  it('does not run where the switch is off, is not there, or no floor is in force', () => {
    const full = rule('full', 'grant', ALWAYS, { remedy: 'cash_full' });
    const floor = compileVersion(buildContent([full], { policy: 'statutory-floor' }));
    for (const parameters of [[], [switchOn('statutoryFloor', false)]]) {
      const content = buildContent([rule('no', 'deny', ALWAYS)], { parameters });
      const decision = decideBy(RECORD, buildCandidate(content, { floor }));
      expect(decision).toMatchObject({ reasonCode: 'NO', floorVersion: null });
      expect(decision.candidates[0]?.floor).toBeUndefined();
    }
    const on = buildContent([rule('no', 'deny', ALWAYS)], { parameters: [switchOn('statutoryFloor')] });
    expect(decideBy(RECORD, buildCandidate(on))).toMatchObject({ reasonCode: 'NO', floorVersion: null });
  });

  it('that grants nothing is a referral, not a grant', () => {
    const refunded = buildCaseRecord({ order: { refundedMinor: 999 } });
    const full = rule('full', 'grant', ALWAYS, { remedy: 'cash_full' });
    expect(decideBy(refunded, buildFloored([rule('no', 'deny', ALWAYS)], [full])).reasonCode).toBe('AMOUNT_ZERO');
    expect(decideBy(refunded, buildFloored([rule('wait', 'refer', ALWAYS)], [full])).reasonCode).toBe('WAIT');
  });
});
