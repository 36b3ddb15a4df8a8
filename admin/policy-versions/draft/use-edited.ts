import { useCallback, useState } from 'react';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { Said } from '../model/apply-choices.ts';
import { sameValue } from '../model/same-value.ts';

export interface Edited extends Said {
  /** Revision that the edit began from; that of what is saved while nothing is edited. */
  readonly revision: number;
  readonly dirty: boolean;
  change(next: (now: Said) => Said): void;
  /** Goes back to what is saved. */
  drop(): void;
  /** Notes that this was saved; what was typed meanwhile stays, on top of the new revision. */
  settle(sent: Said, revision: number): void;
}

/** What a draft says on the screen; an edit keeps the revision it began from, whatever is read meanwhile. */
export function useEdited(version: PolicyVersionView): Edited {
  const [edited, setEdited] = useState<(Said & { readonly revision: number }) | null>(null);
  const now = edited ?? { content: version.content, cases: version.cases, revision: version.revision };
  const change = useCallback(
    (next: (said: Said) => Said) => {
      setEdited((before) => {
        const from = before ?? { content: version.content, cases: version.cases, revision: version.revision };
        return { ...next(from), revision: from.revision };
      });
    },
    [version],
  );
  const drop = useCallback(() => setEdited(null), []);
  const settle = useCallback((sent: Said, revision: number) => {
    setEdited((before) => {
      const untouched = before === null || (before.content === sent.content && before.cases === sent.cases);
      return untouched ? null : { ...before, revision };
    });
  }, []);
  const same = sameValue(now.content, version.content) && sameValue(now.cases, version.cases);
  return { ...now, dirty: edited !== null && !same, change, drop, settle };
}
