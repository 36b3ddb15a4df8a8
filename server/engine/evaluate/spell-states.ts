import { STATE_LETTERS } from '../compile/states.ts';

// Four states make an index of 4 × 3 bits into their spelling: a trace costs a quarter of the concatenations.
const FOURS: readonly string[] = Array.from({ length: 4096 }, (_, index) =>
  [index >> 9, (index >> 6) & 7, (index >> 3) & 7, index & 7].map((state) => STATE_LETTERS[state] ?? '?').join(''),
);

/** States as letters, one each. */
export function spellStates(states: Uint8Array): string {
  const whole = states.length & ~3;
  let text = '';
  let k = 0;
  for (; k < whole; k += 4) {
    text += FOURS[
      ((states[k] as number) << 9) |
        ((states[k + 1] as number) << 6) |
        ((states[k + 2] as number) << 3) |
        (states[k + 3] as number)
    ] as string;
  }
  for (; k < states.length; k += 1) text += STATE_LETTERS[states[k] as number] as string;
  return text;
}

/** The states that `indexes` point at, as letters. */
export function spellIndexed(states: Uint8Array, indexes: Int32Array): string {
  const whole = indexes.length & ~3;
  let text = '';
  let k = 0;
  for (; k < whole; k += 4) {
    text += FOURS[
      ((states[indexes[k] as number] as number) << 9) |
        ((states[indexes[k + 1] as number] as number) << 6) |
        ((states[indexes[k + 2] as number] as number) << 3) |
        (states[indexes[k + 3] as number] as number)
    ] as string;
  }
  for (; k < indexes.length; k += 1) text += STATE_LETTERS[states[indexes[k] as number] as number] as string;
  return text;
}
