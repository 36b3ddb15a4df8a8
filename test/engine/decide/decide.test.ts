import { describe, expect, it } from 'vitest';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { decide } from '../../../server/engine/decide/decide.ts';
import { SENT_AT, buildCaseRecord, buildFailureRecord, buildGenerationRecord } from '../../builders/case-record.ts';
import {
  ALWAYS,
  SILENT,
  buildCandidate,
  buildContent,
  decideBy,
  decideByRules,
  inputOf,
  rule,
  windowOf,
} from './support.ts';

const UNKNOWN_STYLE = { fact: 'generation.styleMatches', operator: 'equal', value: true } as const;
const GENERATION = buildGenerationRecord({ generation: { status: 'succeeded', succeededAt: 1 } });

describe('the first decisive finding', () => {
  it('is the first that holds', () => {
    const decision = decideByRules(buildCaseRecord(), [
      rule('never', 'deny', { fact: 'claim.remedy', operator: 'equal', value: 'credits' }),
      rule('yes', 'grant', ALWAYS, { remedy: 'cash_full', clause: 'ANUMI-2a' }),
      rule('later', 'deny', ALWAYS),
    ]);
    expect(decision).toMatchObject({
      disposition: 'granted',
      reasonCode: 'YES',
      remedy: 'cash_full',
      amountMinor: 999,
      currency: 'EUR',
      credits: null,
      clauseIds: ['ANUMI-2a'],
      missing: [],
      policyVersion: { policy: 'anumi', number: 1, digest: 'anumi-1' },
      floorVersion: null,
      decisive: 0,
      semantics: 1,
    });
    expect(decision.candidates[0]).toMatchObject({
      basis: 'request_time',
      decidedBy: 'policy',
      disposition: 'granted',
      reasonCode: 'YES',
    });
    expect(decision.candidates[0]?.policy).toMatchObject({ rule: 'yes', trace: { rules: 'fhhh' }, missing: [] });
  });

  it('falls to policy-silent where nothing else held', () => {
    expect(decideByRules(buildCaseRecord(), [])).toMatchObject({
      disposition: 'referred',
      reasonCode: 'POLICY_SILENT',
      queue: null,
      effects: [],
    });
  });

  it('refers, with the names, where an unknown rule comes before it', () => {
    const decision = decideByRules(GENERATION, [
      rule('style', 'deny', UNKNOWN_STYLE),
      rule('yes', 'grant', ALWAYS, { remedy: 'courtesy_credit' }),
    ]);
    expect(decision).toMatchObject({
      disposition: 'referred',
      reasonCode: 'FACTS_MISSING',
      missing: ['generation.styleMatches'],
      effects: [],
      clauseIds: [],
      remedy: null,
    });
    expect(decision.candidates[0]?.policy.rule).toBeUndefined();
  });

  it('does not mind an unknown rule below it', () => {
    const decision = decideByRules(GENERATION, [
      rule('yes', 'grant', ALWAYS, { remedy: 'courtesy_credit' }),
      rule('style', 'deny', UNKNOWN_STYLE),
    ]);
    expect(decision.reasonCode).toBe('YES');
  });

  it('names an unset parameter as missing', () => {
    const late = rule('late', 'deny', {
      fact: 'order.paidToClaim',
      operator: 'outsideWindow',
      value: { fact: 'param.refundWindow' },
    });
    expect(decideByRules(buildCaseRecord(), [late], { parameters: [windowOf('refundWindow')] }).missing).toEqual([
      'param.refundWindow',
    ]);
  });

  it('carries the queue of a referral, and none of a denial', () => {
    expect(decideByRules(buildCaseRecord(), [rule('wait', 'refer', ALWAYS, { queue: 'disputes' })]).queue).toBe(
      'disputes',
    );
    expect(decideByRules(buildCaseRecord(), [rule('no', 'deny', ALWAYS, { queue: 'disputes' })]).queue).toBeNull();
  });

  it('names the fields that a customer has yet to give', () => {
    const fields = rule('fields-missing', 'needs_info', {
      fact: 'claim.providedFields',
      operator: 'lacksAny',
      value: ['description', 'orderId', 'phone'],
    });
    const decision = decideByRules(buildCaseRecord({ claim: { fields: ['orderId'] } }), [fields]);
    expect(decision).toMatchObject({
      disposition: 'needs_info',
      reasonCode: 'FIELDS_MISSING',
      missing: ['description', 'phone'],
    });
  });
});

describe('an amount of nothing', () => {
  const pay = rule('pay', 'grant', ALWAYS, {
    remedy: 'cash_full',
    clause: 'ANUMI-2a',
    proposeAccountAction: 'suspend',
  });

  it('goes to a person and touches nothing', () => {
    const decision = decideByRules(buildCaseRecord({ order: { refundedMinor: 999 } }), [pay]);
    expect(decision).toMatchObject({
      disposition: 'referred',
      reasonCode: 'AMOUNT_ZERO',
      remedy: null,
      amountMinor: null,
      effects: [],
      clauseIds: ['ANUMI-2a'],
    });
  });

  it('is what credits come to where all were restored', () => {
    const restore = rule('restore', 'grant', ALWAYS, { remedy: 'credit_restore' });
    expect(decideByRules(buildFailureRecord({ generation: { creditsRestored: 5 } }), [restore]).reasonCode).toBe(
      'AMOUNT_ZERO',
    );
  });
});

describe('a near miss', () => {
  const window = { fact: 'param.refundWindow' };
  const inside = rule(
    'unused-pack',
    'grant',
    { fact: 'order.paidToClaim', operator: 'withinWindow', value: window },
    { remedy: 'cash_full' },
  );
  const parameters = { parameters: [windowOf('refundWindow', 7)] };
  const late = buildCaseRecord({ order: { paidAt: SENT_AT - 7 * 86_400_000 - 22_320_000 } });

  it('is told with the denial that it led to', () => {
    const decision = decideByRules(late, [inside, rule('late', 'deny', ALWAYS)], parameters);
    expect(decision.nearMiss).toMatchObject({ rule: 'unused-pack', parameter: 'refundWindow', margin: 22_320_000 });
    expect(decision.message.internal).toMatch(/^Denied: LATE .*; short of unused-pack: .*6 hours 12 minutes/);
  });

  it('is not looked for where nothing was missed', () => {
    expect(decideByRules(late, [inside, rule('over', 'no_action', ALWAYS)], parameters).nearMiss).toBeNull();
    expect(decideByRules(buildCaseRecord(), [inside], parameters).nearMiss).toBeNull();
    const empty = buildCaseRecord({ order: { refundedMinor: 999 } });
    expect(decideByRules(empty, [inside], parameters)).toMatchObject({ reasonCode: 'AMOUNT_ZERO', nearMiss: null });
  });
});

describe('a claim beside an open case', () => {
  const open = { claim: { openCaseId: 'case-0' } };

  it('waits for nobody a second time', () => {
    const decision = decideByRules(buildCaseRecord(open), [
      rule('wait', 'refer', ALWAYS, { queue: 'q', holdCredits: true }),
    ]);
    expect(decision).toMatchObject({
      disposition: 'no_action',
      reasonCode: 'ALREADY_OPEN',
      queue: null,
      effects: [],
      nearMiss: null,
    });
    expect(decision.candidates[0]).toMatchObject({ disposition: 'referred', reasonCode: 'WAIT' });
  });

  it('is decided where the policy can decide it', () => {
    expect(decideByRules(buildCaseRecord(open), [rule('no', 'deny', ALWAYS)]).reasonCode).toBe('NO');
  });
});

describe('decide', () => {
  it('gives the same bytes again, whatever was decided between', () => {
    const candidate = buildCandidate(buildContent([rule('style', 'deny', UNKNOWN_STYLE), SILENT]));
    const first = canonicalise(decideBy(GENERATION, candidate));
    decideBy(buildCaseRecord(), candidate);
    expect(canonicalise(decideBy(GENERATION, candidate))).toBe(first);
  });

  it('refuses semantics that it does not know', () => {
    const input = inputOf(buildCaseRecord({ semantics: 99 }), buildCandidate(buildContent([SILENT])));
    expect(() => decide(input)).toThrow(/Semantics 99/);
  });

  it('throws where a policy leaves a case open', () => {
    const never = rule('never', 'deny', { fact: 'claim.remedy', operator: 'equal', value: 'credits' });
    expect(() => decideBy(buildCaseRecord(), buildCandidate(buildContent([never])))).toThrow(
      /No rule of anumi #1 held/,
    );
  });
});
