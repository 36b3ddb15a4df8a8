import { describe, expect, it } from 'vitest';
import type { Activation } from '../../../server/core/policies/policy-version.ts';
import { selectActivation } from '../../../server/core/policies/select-activation.ts';

const activation = (number: number, effectiveFrom: number, change: Partial<Activation> = {}): Activation => ({
  id: `a${number}@${effectiveFrom}`,
  policy: 'anumi',
  number,
  effectiveFrom,
  recordedAt: 0,
  ...change,
});

describe('the activation in force', () => {
  it('is the latest that has begun, to the millisecond', () => {
    const all = [activation(1, 100), activation(2, 200)];
    expect(selectActivation(all, 199)?.number).toBe(1);
    expect(selectActivation(all, 200)?.number).toBe(2);
  });

  it('before the first is the first', () => {
    expect(selectActivation([activation(2, 200), activation(1, 100)], 5)?.number).toBe(1);
  });

  it('is the higher number where two begin at once', () => {
    expect(selectActivation([activation(3, 100), activation(2, 100)], 100)?.number).toBe(3);
  });

  it('leaves out what was withdrawn', () => {
    const second = activation(2, 200);
    expect(
      selectActivation([activation(1, 100), second, activation(2, 200, { id: 'w', withdraws: second.id })], 300)
        ?.number,
    ).toBe(1);
  });

  it('is none where nothing was activated', () => {
    expect(selectActivation([], 1)).toBeNull();
  });
});
