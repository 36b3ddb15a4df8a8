import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { ApiKeyView, CreatedApiKey } from '../../server/contract/http/api-key-view.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ShownOnce } from '../common/shown-once.tsx';
import { ProgramsField } from '../users/grants-editor.tsx';
import { KEY_VERB_ORDER } from './key-verb-order.ts';

type KeyVerb = ApiKeyView['verbs'][number];

/** Makes a key and shows its secret, once. */
export function AddKeyButton(): ReactElement {
  const t = useTranslate();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [programs, setPrograms] = useState<readonly string[]>(['*']);
  const [verbs, setVerbs] = useState<KeyVerb[]>(['events:write', 'claims:write']);
  const [made, setMade] = useState<CreatedApiKey | null>(null);
  const add = async (): Promise<void> => {
    setMade(await post<CreatedApiKey>('/api/api-keys', { name: name.trim(), programs, verbs }));
    setName('');
    refresh();
  };
  return (
    <>
      <ActButton
        label={t('apiKey.add')}
        variant="contained"
        title={t('apiKey.addTitle')}
        consequence={t('apiKey.addConsequence')}
        verb={t('apiKey.addVerb')}
        run={add}
        blocked={name.trim() === '' || verbs.length === 0}
      >
        <Box sx={{ display: 'grid', gap: 2, mb: 1 }}>
          <TextField
            label={t('apiKey.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          <ProgramsField value={programs} onChange={setPrograms} />
          <Autocomplete<KeyVerb, true>
            multiple
            disableCloseOnSelect
            size="small"
            options={[...KEY_VERB_ORDER]}
            value={verbs}
            onChange={(_event, chosen) => setVerbs(chosen)}
            renderInput={(params) => (
              <TextField {...params} label={t('apiKey.verbs')} helperText={t('apiKey.verbHelp')} />
            )}
          />
        </Box>
      </ActButton>
      {made === null ? null : (
        <ShownOnce secret={made.secret} label={t('apiKey.secret')} onDone={() => setMade(null)}>
          <p>{made.key.name}</p>
        </ShownOnce>
      )}
    </>
  );
}
