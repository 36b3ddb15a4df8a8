/** Repeatable chance: the same seed gives the same numbers on every machine. Good enough for invented customers, not for secrets. */
export interface Random {
  /** A number from 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number from `min` to `max`, both inclusive. */
  int(min: number, max: number): number;
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a list whose members say how often they are wanted. */
  weigh<T extends { readonly weight: number }>(list: readonly T[]): T;
}

/** A generator of the mulberry32 kind. `seed` is any integer. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => demand(list[Math.floor(next() * list.length)]);
  return {
    next,
    pick,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (share) => next() < share,
    weigh(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      return demand(list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1));
    },
  };
}

/** A seed for one of many things that must not depend on each other. */
export function mixSeed(seed: number, index: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('There is nothing to choose from.');
  return value;
}
