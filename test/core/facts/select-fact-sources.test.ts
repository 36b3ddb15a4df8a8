import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE, UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import { selectFactSources } from '../../../server/core/facts/select-fact-sources.ts';
import {
  buildCaseRecord,
  buildGenerationRecord,
  buildUnknownSubjectRecord,
  buildWalletRecord,
} from '../../builders/case-record.ts';

describe('selectFactSources', () => {
  it('an order: its wallet and itself, no generation', () => {
    const record = buildCaseRecord();
    expect(selectFactSources(record)).toEqual({
      wallet: record.wallet,
      order: record.order,
      generation: NOT_APPLICABLE,
    });
  });

  it('a generation: itself and the order that paid it', () => {
    const record = buildGenerationRecord();
    expect(selectFactSources(record)).toEqual({
      wallet: record.wallet,
      order: record.order,
      generation: record.generation,
    });
  });

  it('a generation that no order paid: no order is concerned', () => {
    expect(selectFactSources(buildGenerationRecord({ order: undefined })).order).toBe(NOT_APPLICABLE);
  });

  it('a wallet: neither order nor generation', () => {
    expect(selectFactSources(buildWalletRecord())).toMatchObject({ order: NOT_APPLICABLE, generation: NOT_APPLICABLE });
  });

  it('reads no generation for an order, even if one is recorded', () => {
    expect(selectFactSources(buildCaseRecord({ generation: {} })).generation).toBe(NOT_APPLICABLE);
  });

  it.each([
    ['order', { wallet: UNKNOWN, order: UNKNOWN, generation: NOT_APPLICABLE }],
    ['generation', { wallet: UNKNOWN, order: UNKNOWN, generation: UNKNOWN }],
    ['wallet', { wallet: UNKNOWN, order: NOT_APPLICABLE, generation: NOT_APPLICABLE }],
  ] as const)('an unknown %s: what could exist is unknown', (type, expected) => {
    const record = buildUnknownSubjectRecord({ claim: { subject: { type, id: 'x' } } });
    expect(selectFactSources(record)).toEqual(expected);
  });

  it("reads nothing of somebody else's subject", () => {
    const record = buildGenerationRecord({ subjectKnown: false });
    expect(selectFactSources(record)).toEqual({ wallet: UNKNOWN, order: UNKNOWN, generation: UNKNOWN });
  });

  it('is unknown where a known subject is not in the record', () => {
    expect(selectFactSources(buildCaseRecord({ order: undefined })).order).toBe(UNKNOWN);
    expect(selectFactSources(buildGenerationRecord({ generation: undefined })).generation).toBe(UNKNOWN);
  });
});
