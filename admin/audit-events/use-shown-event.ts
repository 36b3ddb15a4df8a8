import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import { useRead } from '../api/use-read.ts';

/** The event that is opened beside the list, and how to open another, or none. It is in the address, so that it can be passed on. */
export function useShownEvent(): readonly [AuditEventView | null, (event: AuditEventView | null) => void] {
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<AuditEventView | null>(null);
  const id = search.get('event');
  const isHere = id !== null && opened?.id === id;
  const asked = useRead<readonly AuditEventView[]>(
    id === null || isHere ? null : `/api/audit-events?filter=${encodeURIComponent(JSON.stringify({ id }))}`,
  );
  const show = (event: AuditEventView | null): void => {
    setOpened(event);
    const next = new URLSearchParams(search);
    if (event === null) next.delete('event');
    else next.set('event', event.id);
    setSearch(next, { replace: event === null });
  };
  return [id === null ? null : isHere ? opened : (asked.data?.[0] ?? null), show];
}
