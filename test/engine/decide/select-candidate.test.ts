import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../server/engine/decide/candidate.ts';
import type { Rule } from '../../../server/core/policies/ruleset.ts';
import { buildCaseRecord, buildGenerationRecord } from '../../builders/case-record.ts';
import { ALWAYS, buildCandidate, buildContent, buildFloored, compileVersion, decideBy, rule } from './support.ts';

const RECORD = buildGenerationRecord({ order: { lot: { remaining: 40, consumed: 60 } } });

/** From worst to best for the customer. */
const LADDER: readonly Rule[] = [
  rule('denied', 'deny', ALWAYS),
  rule('nothing', 'no_action', ALWAYS),
  rule('asked', 'needs_info', ALWAYS),
  rule('referred', 'refer', ALWAYS),
  rule('credits', 'grant', ALWAYS, { remedy: 'credit_restore' }),
  rule('pro-rata', 'grant', ALWAYS, { remedy: 'cash_pro_rata' }),
  rule('full', 'grant', ALWAYS, { remedy: 'cash_full' }),
];

function candidate(basis: Candidate['basis'], one: Rule, number: number): Candidate {
  return { basis, ...compileVersion(buildContent([one]), number) };
}

describe('of two versions', () => {
  for (const [rank, worse] of LADDER.entries()) {
    for (const better of LADDER.slice(rank + 1)) {
      it(`${better.name} is better than ${worse.name}, whichever comes first`, () => {
        const forward = decideBy(RECORD, candidate('request_time', worse, 2), candidate('purchase_time', better, 1));
        expect(forward).toMatchObject({
          reasonCode: better.event.params.reasonCode,
          decisive: 1,
          policyVersion: { number: 1 },
        });
        const backward = decideBy(RECORD, candidate('request_time', better, 2), candidate('purchase_time', worse, 1));
        expect(backward).toMatchObject({
          reasonCode: better.event.params.reasonCode,
          decisive: 0,
          policyVersion: { number: 2 },
        });
      });
    }
  }

  it('the one in force at the request decides where both say the same, and both are kept', () => {
    const [denied] = LADDER;
    if (denied === undefined) throw new Error('no rule');
    const decision = decideBy(RECORD, candidate('purchase_time', denied, 1), candidate('request_time', denied, 2));
    expect(decision).toMatchObject({ decisive: 1, policyVersion: { number: 2 } });
    expect(decision.candidates.map(({ basis }) => basis)).toEqual(['purchase_time', 'request_time']);
  });

  it('the larger amount decides among equals', () => {
    const record = buildGenerationRecord({
      generation: { credits: 5, consumption: [{ lotId: 'order-1', credits: 3, restored: 0 }] },
    });
    const restore = rule('restore', 'grant', ALWAYS, { remedy: 'credit_restore' });
    const courtesy = rule('courtesy', 'grant', ALWAYS, { remedy: 'courtesy_credit' });
    const decision = decideBy(record, candidate('request_time', restore, 2), candidate('purchase_time', courtesy, 1));
    expect(decision).toMatchObject({ decisive: 1, credits: 5, remedy: 'courtesy_credit' });
  });

  it('each has its own floor', () => {
    const deny = rule('no', 'deny', ALWAYS);
    const plain = buildCandidate(buildContent([deny]));
    const floored = buildFloored([deny], [rule('full', 'grant', ALWAYS, { remedy: 'cash_full' })]);
    const decision = decideBy(buildCaseRecord(), plain, { ...floored, basis: 'purchase_time' });
    expect(decision).toMatchObject({ decisive: 1, reasonCode: 'FULL', floorVersion: { policy: 'statutory-floor' } });
    expect(decision.candidates.map(({ decidedBy }) => decidedBy)).toEqual(['policy', 'floor']);
    expect(decision.effects).toHaveLength(1);
  });
});
