import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useStore } from 'react-admin';

const KEY = 'redress.page.';

/** Notes which rows a list shows, so that a record’s page can go to its neighbours. Kept for this tab. */
export function rememberPage(resource: string, ids: readonly string[]): void {
  sessionStorage.setItem(KEY + resource, JSON.stringify(ids));
}

/** Ids before and after this one in the list it was opened from; null where there is none. */
function findNeighbours(
  resource: string,
  id: string,
): { readonly previous: string | null; readonly next: string | null } {
  const ids: unknown = JSON.parse(sessionStorage.getItem(KEY + resource) ?? '[]');
  if (!Array.isArray(ids)) return { previous: null, next: null };
  const at = ids.indexOf(id);
  const pick = (index: number): string | null => (typeof ids[index] === 'string' ? ids[index] : null);
  return at < 0 ? { previous: null, next: null } : { previous: pick(at - 1), next: pick(at + 1) };
}

/** The keys [ and ] go to the neighbours of a record. */
export function useNeighbourKeys(resource: string, id: string, pathOf: (id: string) => string): void {
  const navigate = useNavigate();
  const [letters] = useStore('shortcuts', true);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!letters || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [contenteditable="true"], [role="dialog"]') !== null
      )
        return;
      const { previous, next } = findNeighbours(resource, id);
      const target = event.key === '[' ? previous : event.key === ']' ? next : null;
      if (target !== null) void navigate(pathOf(target));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [resource, id, pathOf, letters, navigate]);
}
