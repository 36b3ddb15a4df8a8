import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../ports/platform.ts';

/** ULIDs that grow within a process, even where the clock steps back. */
export function createIds(clock: Clock): Ids {
  const next = monotonicFactory();
  return { next: () => next(clock.now()) };
}
