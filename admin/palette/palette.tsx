import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
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

/** Search or jump: pages and policies by name, anything by its id or digest. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate();
  const navigate = useNavigate();
  const may = useMay();
  const programs = usePrograms({ withFloor: true });
  const [text, setText] = useState('');
  const query = useRested(text.trim());
  const found = useRead<readonly LookupHit[]>(query.length < 2 ? null : `/api/lookup?q=${encodeURIComponent(query)}`, { keep: true, staleMs: 10_000 });
  const pages: readonly Jump[] = [
    ...selectMenu(may).map(({ path, label }) => ({ key: path, kind: t('palette.page'), label: t(label), link: path })),
    ...programs.map(({ id, name }) => ({ key: `policy-${id}`, kind: t('palette.policyKind'), label: name, link: `/policies/${id}/show` })),
  ];
  const hits: readonly Jump[] = (query === text.trim() ? (found.data ?? []) : []).map((hit) => ({
    key: `${hit.type}-${hit.program ?? ''}-${hit.id}`, kind: t(`palette.type.${hit.type}`, { _: hit.type }), label: hit.label, link: hit.link,
  }));
  const go = (jump: Jump | null): void => {
    if (jump === null) return;
    onClose();
    void navigate(jump.link);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': t('palette.title'), sx: { position: 'absolute', top: { xs: 0, sm: 64 }, m: { xs: 1, sm: 4 } } } }}>
      <Box sx={{ p: 2 }}>
        <Autocomplete<Jump>
          open autoHighlight disablePortal options={[...matchJumps(pages, hits, text)]} filterOptions={(options) => options} getOptionLabel={({ label }) => label} getOptionKey={({ key }) => key}
          isOptionEqualToValue={(a, b) => a.key === b.key} value={null} inputValue={text} onInputChange={(_event, value, reason) => reason !== 'reset' && setText(value)} onChange={(_event, jump) => go(jump)}
          noOptionsText={found.isFetching ? t('palette.looking') : t('palette.none')} popupIcon={null}
          slotProps={{ popper: { sx: { position: 'static !important', transform: 'none !important', width: '100% !important' } }, paper: { variant: 'outlined', sx: { mt: 1 } }, listbox: { sx: { maxHeight: '50vh' } } }}
          renderOption={({ key, ...props }, option) => (
            <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 2, '&&': { minHeight: { xs: 44, sm: 36 } } }}>
              <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{option.label}</Box>
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{option.kind}</Box>
            </Box>
          )}
          renderInput={(params) => <TextField {...params} autoFocus label={t('palette.title')} placeholder={t('palette.placeholder')} />}
        />
      </Box>
    </Dialog>
  );
}
