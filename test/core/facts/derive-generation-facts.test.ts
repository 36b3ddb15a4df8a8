import { describe, expect, it } from 'vitest';
import { deriveGenerationFacts, type GenerationFacts } from '../../../server/core/facts/derive-generation-facts.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { selectFactSources, type Absence } from '../../../server/core/facts/select-fact-sources.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { buildGenerationRecord, SENT_AT } from '../../builders/case-record.ts';
import type { DeepPartial } from '../../builders/deep-partial.ts';

function derive(
  generation: DeepPartial<NonNullable<CaseRecord['generation']>>,
  rest: DeepPartial<CaseRecord> = {},
): GenerationFacts {
  const record = buildGenerationRecord({ ...rest, generation });
  return deriveGenerationFacts(record, selectFactSources(record).generation);
}

const failure = { class: 'storage', source: 'kling', confirmedBy: ['app', 'provider'], at: 1_000 } as const;
const at = (instant: number, how = 'saved') => ({ how, at: instant });

describe('what was run', () => {
  it('names feature, platform and both together', () => {
    expect(derive({ feature: 'recolor', platform: 'ios', surface: 'batch_editor' })).toMatchObject({
      feature: 'recolor',
      platform: 'ios',
      surface: 'batch_editor',
      featurePlatform: 'recolor/ios',
    });
  });

  it('does not know the pair where the platform is unknown', () => {
    expect(derive({})).toMatchObject({ platform: UNKNOWN, featurePlatform: UNKNOWN });
  });

  it('knows the starter only where an actor was named', () => {
    expect(derive({ actorIsHolder: true }).startedByHolder).toBe(true);
    expect(derive({ actorIsHolder: false }).startedByHolder).toBe(false);
    expect(derive({}).startedByHolder).toBe(UNKNOWN);
  });
});

describe('what was charged', () => {
  it('keeps charge and restores', () => {
    expect(derive({ credits: 5, creditsRestored: 5, restored: true, earlierClaims: 2 })).toMatchObject({
      creditsCharged: 5,
      creditsRestored: 5,
      restored: true,
      earlierClaims: 2,
    });
    expect(derive({ status: 'blocked', credits: 0 })).toMatchObject({ status: 'blocked', creditsCharged: 0 });
  });

  it.each([
    [4, true],
    [5, false],
    [6, false],
    [undefined, UNKNOWN],
  ])('5 credits against a quote of %s', (quotedCredits, expected) => {
    expect(derive({ credits: 5, quotedCredits }).overcharged).toBe(expected);
  });
});

describe('generation.failure*', () => {
  it('is as reported where it failed', () => {
    expect(derive({ status: 'failed', failure })).toMatchObject({
      failureClass: 'storage',
      failureSource: 'kling',
      failureConfirmedBy: ['app', 'provider'],
    });
    expect(derive({ status: 'failed', failure: { ...failure, confirmedBy: [] } }).failureConfirmedBy).toEqual([]);
  });

  it('is unknown where it failed and nobody said how', () => {
    expect(derive({ status: 'failed' })).toMatchObject({
      failureClass: UNKNOWN,
      failureSource: UNKNOWN,
      failureConfirmedBy: UNKNOWN,
    });
  });

  it.each(['charged', 'succeeded', 'blocked'] as const)('is not applicable to one that is %s', (status) => {
    expect(derive({ status, failure })).toMatchObject({
      failureClass: NOT_APPLICABLE,
      failureSource: NOT_APPLICABLE,
      failureConfirmedBy: NOT_APPLICABLE,
      failedBeforeDelivery: NOT_APPLICABLE,
    });
  });
});

describe('generation.failedBeforeDelivery', () => {
  const failed = { status: 'failed', failure } as const;

  it.each([
    ['without a delivery', [], true],
    ['a millisecond before the first', [at(1_001)], true],
    ['in the same millisecond', [at(1_000)], false],
    ['after the first', [at(999)], false],
    ['between two', [at(2_000), at(500)], false],
  ])('%s', (_, deliveries, expected) => {
    expect(derive({ ...failed, deliveries }).failedBeforeDelivery).toBe(expected);
  });

  it('counts a success as a delivery at its instant', () => {
    expect(derive({ ...failed, succeededAt: 1_001 }).failedBeforeDelivery).toBe(true);
    expect(derive({ ...failed, succeededAt: 1_000 }).failedBeforeDelivery).toBe(false);
    expect(derive({ ...failed, succeededAt: 2_000, deliveries: [at(999)] }).failedBeforeDelivery).toBe(false);
  });

  it('is unknown where something was delivered and nobody said when it failed', () => {
    expect(derive({ status: 'failed', deliveries: [at(1)] }).failedBeforeDelivery).toBe(UNKNOWN);
    expect(derive({ status: 'failed' }).failedBeforeDelivery).toBe(true);
  });
});

describe('generation.delivered and generation.deliveryStates', () => {
  it('nothing yet', () => {
    expect(derive({})).toMatchObject({ delivered: false, deliveryStates: [] });
    expect(derive({ status: 'failed', failure })).toMatchObject({ delivered: false });
  });

  it('by any delivery, each way named once', () => {
    expect(derive({ deliveries: [at(3, 'saved'), at(1, 'downloaded'), at(2, 'saved')] })).toMatchObject({
      delivered: true,
      deliveryStates: ['downloaded', 'saved'],
    });
  });

  it('by success, even where it failed later', () => {
    expect(derive({ status: 'succeeded' })).toMatchObject({ delivered: true, deliveryStates: [] });
    expect(derive({ status: 'failed', failure, succeededAt: 5 }).delivered).toBe(true);
  });
});

describe('what only a success can have', () => {
  it.each(['charged', 'failed', 'blocked'] as const)('is not applicable to one that is %s', (status) => {
    const reported = { requestedStyle: 'a', deliveredStyle: 'a', unusableScore: 1, guidelineViolation: true };
    expect(derive({ status, succeededAt: 1, ...reported })).toMatchObject({
      completedToClaim: NOT_APPLICABLE,
      styleMatches: NOT_APPLICABLE,
      guidelineViolation: NOT_APPLICABLE,
      unusableScore: NOT_APPLICABLE,
    });
  });

  it('is unknown where it was not reported', () => {
    expect(derive({ status: 'succeeded' })).toMatchObject({
      completedToClaim: UNKNOWN,
      styleMatches: UNKNOWN,
      guidelineViolation: UNKNOWN,
      unusableScore: UNKNOWN,
    });
  });

  it('is as reported, false and 0 included', () => {
    expect(derive({ status: 'succeeded', unusableScore: 0, guidelineViolation: false })).toMatchObject({
      unusableScore: 0,
      guidelineViolation: false,
    });
  });

  it.each([
    ['noir', 'noir', true],
    ['noir', 'Noir', false],
    ['noir', undefined, UNKNOWN],
    [undefined, 'noir', UNKNOWN],
  ])('style %s asked for, %s delivered', (requestedStyle, deliveredStyle, expected) => {
    expect(derive({ status: 'succeeded', requestedStyle, deliveredStyle }).styleMatches).toBe(expected);
  });

  it("runs from success to the claim's sending in the customer's zone", () => {
    const done = { status: 'succeeded', succeededAt: SENT_AT } as const;
    expect(derive(done, { customer: { zone: 'Europe/Paris' } }).completedToClaim).toEqual({
      from: SENT_AT,
      to: SENT_AT,
      zone: 'Europe/Paris',
    });
    expect(derive({ ...done, succeededAt: SENT_AT + 1 }).completedToClaim).toBe(UNKNOWN);
  });
});

describe('without a generation', () => {
  it.each<Absence>([UNKNOWN, NOT_APPLICABLE])('every fact is %s', (absence) => {
    const facts = deriveGenerationFacts(buildGenerationRecord(), absence);
    expect(new Set(Object.values(facts))).toEqual(new Set([absence]));
    expect(Object.keys(facts)).toEqual(Object.keys(derive({})));
  });
});
