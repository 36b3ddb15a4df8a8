import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { WaitingItem } from '../../server/contract/http/waiting-view.ts';
import { useRead } from '../api/use-read.ts';
import { Panel } from '../common/panel.tsx';
import { IdLink } from '../common/refs.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { Empty, StateView } from '../common/state-view.tsx';
import { Instant } from '../common/values.tsx';

/** How many of them stand before the button that shows the rest. */
const FIRST = 6;

/** What only the reader can move; that which somebody waits for first, oldest first. */
export function WaitingPanel(): ReactElement {
  const t = useTranslate();
  const waiting = useRead<readonly WaitingItem[]>('/api/waiting', { everyMs: 30_000 });
  const title = t('overview.waits') + (waiting.data === undefined ? '' : ` · ${waiting.data.length}`);
  return (
    <Panel title={title}>
      <StateView result={waiting} rows={3}>
        {(items) => (items.length === 0 ? <Empty>{t('overview.nothingWaits')}</Empty> : <Items items={items} />)}
      </StateView>
    </Panel>
  );
}

const COUNTED: ReadonlySet<WaitingItem['kind']> = new Set(['referred_cases', 'dead_letters', 'failed_payouts']);

function Items({ items }: { readonly items: readonly WaitingItem[] }): ReactElement {
  const [locale] = useLocaleState();
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  const programName = useProgramName();
  const zh = locale.startsWith('zh');
  const titleOf = ({ kind, program, title }: WaitingItem): string => {
    const said = zh ? title.zh : title.en;
    // Counts of a program's rows; titles of versions and values begin with the name already.
    if (!COUNTED.has(kind)) return said;
    return `${programName(program)}${zh ? '：' : ': '}${said}`;
  };
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((item) => (
          <Box
            key={`${item.kind}-${item.program}-${item.link}`}
            component="li"
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 200, fontSize: '0.875rem' }}>
              <IdLink to={item.link}>{titleOf(item)}</IdLink>
            </Box>
            {item.since === null ? null : (
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                <Instant at={item.since} relative />
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {items.length <= FIRST ? null : (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)} sx={{ mt: 0.5 }}>
          {all ? t('overview.fewer') : t('overview.allWaiting', { count: items.length })}
        </Button>
      )}
    </>
  );
}
