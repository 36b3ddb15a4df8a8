import { describe, expect, it } from 'vitest';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { decideEngineError } from '../../../server/engine/decide/decide-engine-error.ts';
import { buildCaseRecord } from '../../builders/case-record.ts';
import { ALWAYS, buildCandidate, buildContent, buildFloored, inputOf, rule } from './support.ts';

const pay = rule('pay', 'grant', ALWAYS, { remedy: 'cash_full' });

describe('the decision on a case on which the engine failed', () => {
  it('waits for a person, runs no rule and promises nothing', () => {
    const content = buildContent([pay], { messages: { en: { ENGINE_ERROR: 'A person looks.' } } });
    const decision = decideEngineError(inputOf(buildCaseRecord({ semantics: 99 }), buildCandidate(content)));
    expect(decision).toMatchObject({
      semantics: 99,
      disposition: 'referred',
      reasonCode: 'ENGINE_ERROR',
      remedy: null,
      effects: [],
      nearMiss: null,
      policyVersion: { policy: 'anumi', number: 1 },
      floorVersion: null,
      candidates: [{ policy: { trace: { rules: '', leaves: '' }, missing: [] }, decidedBy: 'policy' }],
      message: {
        customer: 'A person looks.',
        internal: 'Referred to a person: ENGINE_ERROR, version anumi #1',
        locale: 'en',
      },
    });
  });

  it('names both versions and has a canonical form', () => {
    const floored = { ...buildFloored([pay], [pay]), basis: 'purchase_time' as const };
    const decision = decideEngineError(inputOf(buildCaseRecord(), buildCandidate(buildContent([pay])), floored));
    expect(decision.candidates.map(({ basis }) => basis)).toEqual(['request_time', 'purchase_time']);
    expect(canonicalise(decision)).toContain('"reasonCode":"ENGINE_ERROR"');
  });
});
