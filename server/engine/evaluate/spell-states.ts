import { STATE_LETTERS } from '../compile/states.ts';

/** Four states of three bits each, packed from a word that holds one in each byte. */
function packWord(word: number): number {
  return (word & 0x7) | ((word >> 5) & 0x38) | ((word >> 10) & 0x1c0) | ((word >> 15) & 0xe00);
}

// Four states at a time are looked up by the word that holds them: a trace costs a quarter of the reads and joins. The
// table is made through the same memory that is read, so that the machine's byte order does not matter.
const FOURS: readonly string[] = buildFours();

function buildFours(): string[] {
  const bytes = new Uint8Array(4);
  const words = new Uint32Array(bytes.buffer);
  const fours = new Array<string>(4096).fill('');
  for (let number = 0; number < STATE_LETTERS.length ** 4; number += 1) {
    for (let k = 0; k < 4; k += 1) bytes[k] = Math.floor(number / STATE_LETTERS.length ** k) % STATE_LETTERS.length;
    fours[packWord(words[0] ?? 0)] = [...bytes].map((state) => STATE_LETTERS.charAt(state)).join('');
  }
  return fours;
}

/** States as letters, one each; `words` is the same memory, four states at a time. */
export function spellStates(states: Uint8Array, words: Uint32Array): string {
  const whole = states.length >> 2;
  let text = '';
  for (let w = 0; w < whole; w += 1) text += FOURS[packWord(words[w] as number)] as string;
  for (let k = whole << 2; k < states.length; k += 1) text += STATE_LETTERS[states[k] as number] as string;
  return text;
}
