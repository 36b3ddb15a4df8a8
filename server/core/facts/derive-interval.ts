import { UNKNOWN, type Interval } from './fact-value.ts';

/** The span between two instants (epoch ms); unknown where one is, or where it would run backwards. */
export function deriveInterval(from: number | undefined, to: number, zone: string): Interval | typeof UNKNOWN {
  return from === undefined || to < from ? UNKNOWN : { from, to, zone };
}
