/** States as the program counts them; the order is that of {@link STATE_LETTERS}. */
export const HELD = 0;
export const FAILED = 1;
export const UNKNOWN_STATE = 2;
export const NOT_APPLICABLE_STATE = 3;
export const OFF = 4;

/** Letters of the compact trace: held, failed, unknown, not applicable, off. */
export const STATE_LETTERS = 'hfuno';

/** Where each letter stands for a whole word. */
export const STATE_WORDS = { h: 'held', f: 'failed', u: 'unknown', n: 'not_applicable', o: 'off' } as const;

/** The state of a rule, a group or a leaf in the full tree. */
export type StateWord = (typeof STATE_WORDS)[keyof typeof STATE_WORDS];

/** Whether a state tells that a condition does not hold: failed or not applicable. */
export const LOST_MASK = (1 << FAILED) | (1 << NOT_APPLICABLE_STATE);
