import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LookupHit } from '../../server/contract/http/lookup-view.ts';
import { useMay } from '../api/may.ts';
import { useRead } from '../api/use-read.ts';
import { selectMenu } from '../app/menu-entries.ts';
import { usePrograms } from '../common/use-programs.ts';
import { matchJumps } from './match-jumps.ts';
import type { Jump } from './match-jumps.ts';

/** How long typing has to rest before the server is asked. */
const REST_MS = 200;

/** A text that has not changed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Where a text leads: pages and policies by name, anything else by what the server finds; and whether it still looks. */
export function useJumps(text: string): { readonly jumps: readonly Jump[]; readonly looking: boolean } {
  const t = useTranslate();
  const may = useMay();
  const programs = usePrograms({ withFloor: true });
  const query = useRested(text.trim());
  const path = query.length < 2 ? null : `/api/lookup?q=${encodeURIComponent(query)}`;
  const found = useRead<readonly LookupHit[]>(path, { keep: true, staleMs: 10_000 });
  const pages = selectMenu(may).map(({ path: link, label }) => ({
    key: link,
    kind: t('palette.page'),
    label: t(label),
    link,
  }));
  const policies = programs.map(({ id, name }) => ({
    key: `policy-${id}`,
    kind: t('palette.policyKind'),
    label: name,
    link: `/policies/${id}/show`,
  }));
  const current = query === text.trim() ? (found.data ?? []) : [];
  const hits = current.map((hit) => ({
    key: `${hit.type}-${hit.program ?? ''}-${hit.id}`,
    kind: t(`palette.type.${hit.type}`, { _: hit.type }),
    label: hit.label,
    link: hit.link,
  }));
  return { jumps: matchJumps([...pages, ...policies], hits, text), looking: found.isFetching };
}
