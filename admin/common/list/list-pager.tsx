import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactElement } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { formatCount } from '../../format/format-money.ts';

/** Totals stop here: the server counts no further, and deeper rows are reached by a filter. */
const DEEPEST_ROW = 10_000;
const SIZES = [25, 50, 100];

/** Which rows are shown, of how many, and the ways to the others. */
export function ListPager(): ReactElement | null {
  const t = useTranslate();
  const { page, perPage, total = 0, setPage, setPerPage, data } = useListContext();
  if (data === undefined || total === 0) return null;
  const from = (page - 1) * perPage + 1;
  const to = Math.min(page * perPage, total);
  const shown = total > DEEPEST_ROW ? t('list.more') : formatCount(total);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 1,
        mt: 1,
        color: 'text.secondary',
        fontSize: '0.875rem',
      }}
    >
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        {t('list.perPage')}
        <Box
          component="select"
          value={perPage}
          onChange={(event) => setPerPage(Number((event.target as unknown as HTMLSelectElement).value))}
          sx={{
            font: 'inherit',
            color: 'text.primary',
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'outline',
            borderRadius: 1,
            minHeight: 32,
          }}
        >
          {SIZES.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </Box>
      </Box>
      <Box component="span" role="status" className="num">
        {t('list.rows', { from: formatCount(from), to: formatCount(to), total: shown })}
      </Box>
      <IconButton onClick={() => setPage(page - 1)} disabled={page <= 1} aria-label={t('list.previous')}>
        <ChevronLeft />
      </IconButton>
      <IconButton
        onClick={() => setPage(page + 1)}
        disabled={to >= Math.min(total, DEEPEST_ROW)}
        aria-label={t('list.next')}
      >
        <ChevronRight />
      </IconButton>
    </Box>
  );
}
