import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { NOT_APPLICABLE, UNKNOWN, type FactType, type FactValue } from '../../../server/core/facts/fact-value.ts';
import {
  buildCaseRecord,
  buildFailureRecord,
  buildGenerationRecord,
  buildIncident,
  buildUnknownSubjectRecord,
  buildWalletRecord,
} from '../../builders/case-record.ts';

const RECORDS = [
  buildCaseRecord(),
  buildCaseRecord({
    claim: { sender: { emailKnown: true } },
    order: { method: 'card', previousSameOrderPaidAt: 0, dispute: 'lost' },
    incidents: [buildIncident()],
  }),
  buildGenerationRecord(),
  buildGenerationRecord({
    order: undefined,
    generation: {
      status: 'succeeded',
      succeededAt: 0,
      platform: 'web',
      quotedCredits: 5,
      requestedStyle: 'noir',
      deliveredStyle: 'noir',
      unusableScore: 3,
      guidelineViolation: false,
      actorIsHolder: true,
      deliveries: [{ how: 'saved', at: 0 }],
    },
  }),
  buildFailureRecord(),
  buildWalletRecord(),
  buildUnknownSubjectRecord(),
  buildUnknownSubjectRecord({ claim: { subject: { type: 'generation', id: 'x' } } }),
  buildUnknownSubjectRecord({ claim: { subject: { type: 'wallet', id: 'x' } } }),
];

/** Whether a value is of a fact's type; unknown and not applicable are of every type. */
function isOfType(value: FactValue, type: FactType): boolean {
  if (typeof value === 'symbol') return true;
  switch (type) {
    case 'choice':
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'duration':
      return Number.isSafeInteger(value);
    case 'list':
      return Array.isArray(value);
    case 'interval':
      return typeof value === 'object' && 'from' in value && 'zone' in value;
    case 'timeline':
      return typeof value === 'object' && 'instants' in value && 'at' in value;
    case 'ratio':
      return typeof value === 'object' && 'part' in value && 'whole' in value;
  }
}

describe('deriveFacts', () => {
  it('gives every fact of the dictionary, and no other, in the same order for every record', () => {
    for (const record of RECORDS) expect(Object.keys(deriveFacts(record))).toEqual([...FACT_DICTIONARY.keys()]);
  });

  it("gives values of the dictionary's types and options", () => {
    for (const facts of RECORDS.map(deriveFacts)) {
      for (const { name, type, options } of FACT_DICTIONARY.values()) {
        const value = facts[name] ?? 'absent';
        expect(isOfType(value, type), `${name} is no ${type}`).toBe(true);
        const entries = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
        if (options !== undefined) expect(options).toEqual(expect.arrayContaining(entries));
      }
    }
  });

  it('gives each fact a value in one of the records', () => {
    const derived = RECORDS.map(deriveFacts);
    const never = [...FACT_DICTIONARY.keys()].filter((name) =>
      derived.every((facts) => typeof facts[name] === 'symbol'),
    );
    expect(never).toEqual([]);
  });

  it('is the same each time and leaves the record as it was', () => {
    for (const record of RECORDS) {
      const before = structuredClone(record);
      expect(deriveFacts(record)).toEqual(deriveFacts(record));
      expect(record).toEqual(before);
    }
  });

  it('takes the claim as it was filed', () => {
    const facts = deriveFacts(
      buildCaseRecord({
        claim: { reason: 'faulty', issue: 'unusable', remedy: 'credits', channel: 'email', automatic: true },
      }),
    );
    expect(facts).toMatchObject({
      'claim.reason': 'faulty',
      'claim.issue': 'unusable',
      'claim.remedy': 'credits',
      'claim.channel': 'email',
      'claim.automatic': true,
      'claim.providedFields': ['description', 'orderId'],
      'claim.senderKnown': UNKNOWN,
      'subject.kind': 'order',
      'subject.known': true,
    });
  });

  it('keeps the subject of an unknown claim, and nothing about it', () => {
    const facts = deriveFacts(buildUnknownSubjectRecord());
    expect(facts).toMatchObject({
      'subject.kind': 'order',
      'subject.known': false,
      'order.fullyRefunded': UNKNOWN,
      'wallet.courtesyGrantedAt': UNKNOWN,
      'generation.status': NOT_APPLICABLE,
    });
  });

  it("cannot tell somebody else's subject from one that does not exist", () => {
    const subject = { type: 'generation', id: 'generation-1' } as const;
    const foreign = buildGenerationRecord({ subjectKnown: false });
    const missing = buildUnknownSubjectRecord({ claim: { ...foreign.claim, subject } });
    expect(deriveFacts(foreign)).toEqual(deriveFacts(missing));
  });
});
