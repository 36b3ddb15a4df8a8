import type { Life } from './life.ts';

/** Something that happens to a customer and leads to a claim, or to none. */
export interface Story {
  readonly name: string;
  readonly weight: number;
  /** Days that it needs before the history ends. */
  readonly days: number;
  /** Programs in which it happens; all where left out. */
  readonly programs?: readonly string[];
  /** Tells it, from the life's `now` on. Nothing is made from the wallet afterwards where it is the life's last story. */
  readonly tell: (life: Life) => void;
}

/** The stories that can still happen to a customer. */
export function listPossibleStories(stories: readonly Story[], life: Life): Story[] {
  return stories.filter(
    ({ days, programs }) => life.hasDays(days) && (programs?.includes(life.profile.program) ?? true),
  );
}
