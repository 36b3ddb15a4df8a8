import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { BenchCalendars } from './golden-bench.ts';

/** Where the measured quantity lies: before the parameter's value, exactly on it, or beyond it. */
export type BoundaryPosition = 'below' | 'at' | 'above';

/** A golden case moved to one side of a parameter, or one of the parameter's own values. Its `expect` is that of the case it came from. */
export interface BoundaryCase {
  readonly parameter: string;
  /** What was moved, in words: `14 days and 1 ms`. */
  readonly name: string;
  readonly golden: GoldenCase;
  /** Absent where the parameter was moved rather than the case. */
  readonly position?: BoundaryPosition;
  /** The fact that was moved; absent with the position. */
  readonly fact?: string;
}

/** A case moved, before it is named after its parameter. */
export type MovedCase = Pick<BoundaryCase, 'name' | 'golden' | 'position'>;

/** What a generator may look at beside the case. */
export interface BoundaryScene {
  readonly golden: GoldenCase;
  /** The fact that is compared with the parameter. */
  readonly fact: string;
  /** Instants of the case (epoch ms). */
  readonly claim: number;
  readonly decision: number;
  readonly resolve: (words: string) => number;
  readonly calendars: BenchCalendars['calendars'];
}
