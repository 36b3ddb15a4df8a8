import { describe, expect, it } from 'vitest';
import { accountKey, forfeitKey, holdKey, refundKey, remedyKey } from '../../../server/core/decisions/effect-key.ts';

describe('effect keys', () => {
  it('name the thing and count the predecessors that came to an end', () => {
    expect(remedyKey('anumi', 'g1', 0)).toBe('remedy/anumi/g1/0');
    expect(refundKey('anumi', 'o1', 2)).toBe('refund/anumi/o1/2');
  });

  it('name the decision where the effect is its alone', () => {
    expect([holdKey('d1'), forfeitKey('d1'), accountKey('d1')]).toEqual(['hold/d1', 'forfeit/d1', 'account/d1']);
  });
});
