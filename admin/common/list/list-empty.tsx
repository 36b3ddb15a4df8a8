import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement, ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Empty } from '../state-view.tsx';

/** Nothing yet, or nothing that matches: then the filters can be taken off one by one. */
export function ListEmpty({ first }: { readonly first: ReactNode }): ReactElement {
  const t = useTranslate();
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const set = Object.entries(filterValues).filter(([, value]) => value !== undefined && value !== '');
  if (set.length === 0) return <Empty>{first}</Empty>;
  const without = (name: string): void =>
    setFilters(Object.fromEntries(set.filter(([other]) => other !== name)), displayedFilters);
  return (
    <Empty
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>
          {set.map(([name, value]) => (
            <Button
              key={name}
              variant="outlined"
              endIcon={<Close />}
              onClick={() => without(name)}
              aria-label={t('list.remove', { name })}
              sx={{ maxWidth: '100%', overflowWrap: 'anywhere' }}
            >
              {name}:{' '}
              {typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}
            </Button>
          ))}
        </Box>
      }
    >
      {t('list.noneMatch')}
    </Empty>
  );
}
