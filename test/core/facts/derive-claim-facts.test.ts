import { describe, expect, it } from 'vitest';
import { deriveProvidedFields, deriveSenderKnown } from '../../../server/core/facts/derive-claim-facts.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { buildCaseRecord } from '../../builders/case-record.ts';
import type { DeepPartial } from '../../builders/deep-partial.ts';

const claim = (overrides: DeepPartial<CaseRecord['claim']>) => buildCaseRecord({ claim: overrides }).claim;
const wallet = { type: 'wallet', id: 'wallet-1' } as const;

describe('claim.providedFields', () => {
  it('holds the non-empty fields and nothing else for a wallet', () => {
    expect(deriveProvidedFields(claim({ subject: wallet, fields: ['project', 'action'] }))).toEqual([
      'action',
      'project',
    ]);
    expect(deriveProvidedFields(claim({ subject: wallet, fields: [] }))).toEqual([]);
  });

  it('counts an order as subject as orderId', () => {
    expect(deriveProvidedFields(claim({ fields: [] }))).toEqual(['orderId']);
  });

  it('counts a generation as subject as generationId and orderId', () => {
    expect(deriveProvidedFields(claim({ fields: [], subject: { type: 'generation', id: 'g' } }))).toEqual([
      'generationId',
      'orderId',
    ]);
  });

  it('counts an attached result as outputReference, other evidence as nothing', () => {
    expect(deriveProvidedFields(claim({ subject: wallet, fields: [], evidence: ['output_reference'] }))).toEqual([
      'outputReference',
    ]);
    expect(deriveProvidedFields(claim({ subject: wallet, fields: [], evidence: ['link', 'file'] }))).toEqual([]);
  });

  it("counts the sender's identifiers, recognised or not", () => {
    expect(deriveProvidedFields(claim({ subject: wallet, fields: [], sender: { emailKnown: false } }))).toEqual([
      'email',
    ]);
    expect(
      deriveProvidedFields(claim({ subject: wallet, fields: [], sender: { emailKnown: true, phoneKnown: true } })),
    ).toEqual(['email', 'phone']);
  });

  it('names each once', () => {
    expect(deriveProvidedFields(claim({ fields: ['email', 'orderId'], sender: { emailKnown: true } }))).toEqual([
      'email',
      'orderId',
    ]);
  });
});

describe('claim.senderKnown', () => {
  it.each([
    ['a known e-mail', { emailKnown: true }, true],
    ['a known phone', { phoneKnown: true }, true],
    ['both known', { emailKnown: true, phoneKnown: true }, true],
    ['an unknown e-mail', { emailKnown: false }, false],
    ['an unknown phone', { phoneKnown: false }, false],
    ['a known e-mail and an unknown phone', { emailKnown: true, phoneKnown: false }, false],
    ['an unknown e-mail and a known phone', { emailKnown: false, phoneKnown: true }, false],
    ['a sender without identifiers', {}, UNKNOWN],
  ])('%s', (_, sender, expected) => {
    expect(deriveSenderKnown(claim({ sender }))).toBe(expected);
  });

  it('is unknown without a sender', () => {
    expect(deriveSenderKnown(claim({ sender: undefined }))).toBe(UNKNOWN);
  });
});
