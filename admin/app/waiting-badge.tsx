import HourglassTop from '@mui/icons-material/HourglassTop';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { visuallyHidden } from '@mui/utils';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { WaitingItem } from '../../server/contract/http/waiting-view.ts';
import { useRead } from '../api/use-read.ts';

/** What only the reader can move, as a number; a change is said once. */
export function WaitingBadge(): ReactElement | null {
  const t = useTranslate();
  const { data } = useRead<readonly WaitingItem[]>('/api/waiting', { everyMs: 30_000 });
  const count = data?.length;
  const before = useRef<number | undefined>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (count !== undefined && before.current !== undefined && before.current !== count)
      setSaid(t('frame.nowWaiting', { count }));
    before.current = count;
  }, [count, t]);
  return (
    <>
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
      {count === undefined || count === 0 ? null : (
        <Button
          component={Link}
          to="/"
          color="inherit"
          startIcon={<HourglassTop />}
          aria-label={t('frame.waiting', { smart_count: count })}
          sx={{ minWidth: 0, whiteSpace: 'nowrap', minHeight: { xs: 44, sm: 32 } }}
        >
          <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {t('frame.waitingShort', { count })}
          </Box>
          <Box component="span" sx={{ display: { xs: 'inline', sm: 'none' } }}>
            {count}
          </Box>
        </Button>
      )}
    </>
  );
}
