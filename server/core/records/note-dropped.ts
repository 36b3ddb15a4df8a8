import type { DroppedUntil } from '../customers/customer-file.ts';
import { laterDrop } from './bound-history.ts';

/** Remembers on whatever owns bounded histories up to when entries of each were dropped; nothing is added where none was. */
export function noteDropped<Name extends string>(
  owner: { droppedUntil?: DroppedUntil<Name> },
  dropped: Readonly<DroppedUntil<Name>>,
): void {
  for (const name of Object.keys(dropped) as Name[]) {
    const until = laterDrop(owner.droppedUntil?.[name], dropped[name]);
    if (until !== undefined) owner.droppedUntil = { ...owner.droppedUntil, [name]: until } as DroppedUntil<Name>;
  }
}
