import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { TimelineView } from '../../server/contract/http/timeline-view.ts';
import { useRead } from '../api/use-read.ts';
import { Panel } from '../common/panel.tsx';
import { ActorRef, IdLink } from '../common/refs.tsx';
import { StateView } from '../common/state-view.tsx';
import { useZone } from '../common/use-zone.ts';
import { wordReason } from '../decisions/word-verdict.ts';
import { formatClock, formatInstant, nameZone } from '../format/format-instant.ts';

type Item = TimelineView[number];

/** What happened in a case, oldest first, a heading for each day. */
export function CaseTimeline({ caseId }: { readonly caseId: string }): ReactElement {
  const t = useTranslate();
  const [zone] = useZone();
  const timeline = useRead<TimelineView>(`/api/cases/${encodeURIComponent(caseId)}/timeline`);
  return (
    <Panel title={t('case.timelineZone', { zone: nameZone(new Date(), zone) })}>
      <StateView result={timeline} rows={5}>
        {(items) => <Days items={items} zone={zone} />}
      </StateView>
    </Panel>
  );
}

function Days({ items, zone }: { readonly items: readonly Item[]; readonly zone: string }): ReactElement {
  const [locale] = useLocaleState();
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.875rem' }}>
      {items.map((item, index) => {
        const day = formatInstant(item.at, locale, zone, 'day');
        const before = items[index - 1];
        const starts = before === undefined || formatInstant(before.at, locale, zone, 'day') !== day;
        return (
          <li key={`${item.at}-${item.kind}-${item.id}-${item.code}`}>
            {starts ? <Box sx={{ fontWeight: 600, mt: index === 0 ? 0 : 1.5, mb: 0.5 }}>{day}</Box> : null}
            <Happening item={item} zone={zone} />
          </li>
        );
      })}
    </Box>
  );
}

function Happening({ item, zone }: { readonly item: Item; readonly zone: string }): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const link = linkOf(item);
  const words = t(`happened.${item.kind}`, { code: wordCode(item, t) });
  const told = !locale.startsWith('zh') && (item.kind === 'entry' || item.kind === 'payout');
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(104px, max-content) minmax(0, 1fr)',
        columnGap: 1.5,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <time dateTime={item.at}>{`${formatClock(item.at, zone)} ${nameZone(new Date(item.at), zone)}`}</time>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {link === null ? words : <IdLink to={link}>{words}</IdLink>}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {told ? <>{item.summary} </> : null}
          <ActorRef actor={item.actor} />
        </Box>
      </Box>
    </Box>
  );
}

function wordCode({ kind, code }: Item, t: (key: string, options?: object) => string): string {
  if (kind === 'claim') return t(`claimReason.${code}`, { _: code });
  if (kind === 'decision') return wordReason(code, t);
  if (kind === 'entry') return t(`entryKind.${code}`, { _: code });
  return kind === 'payout' ? t(`payoutStatus.${code}`, { _: code }) : code;
}

function linkOf({ kind, id }: Item): string | null {
  const at = encodeURIComponent(id);
  if (kind === 'decision') return `/decisions/${at}/show`;
  return kind === 'payout' ? `/payouts/${at}/show` : null;
}
