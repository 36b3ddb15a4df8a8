import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../server/contract/http/case-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { useRecentCases } from './use-recent-cases.ts';

/** Keeps a real case, its personal data replaced, as a case of the draft: choose, Keep. */
export function FromRealCase(): ReactElement {
  const { cases: words, try: tryWords } = useWords();
  const { version, cases, editCases } = useDraft();
  const [chosen, setChosen] = useState<string>('');
  const [name, setName] = useState('');
  const recent = useRecentCases(version.policy);
  const caseId = chosen.trim();
  const run = async (): Promise<void> => {
    const golden = await post<GoldenCase>(`${versionPath(version.id)}/case-from`, {
      caseId,
      name: name.trim() === '' ? `${tryWords.fromCase} ${caseId}` : name.trim(),
    });
    editCases([...cases, golden]);
  };
  const label = (one: CaseView): string => `${one.id} · ${one.claim.reason} · ${one.status}`;
  return (
    <ActButton
      label={`${words.fromReal}…`}
      title={words.fromReal}
      verb={words.keep}
      consequence={words.fromRealConsequence}
      blocked={caseId === ''}
      run={run}
    >
      <Autocomplete
        freeSolo
        options={recent.map(label)}
        inputValue={chosen}
        onInputChange={(_event, next) => setChosen(next.split(' · ')[0] ?? '')}
        sx={{ mb: 2 }}
        slotProps={{ paper: { 'aria-label': tryWords.caseId } }}
        renderInput={(params) => <TextField {...params} label={tryWords.caseId} autoFocus />}
      />
      <TextField
        fullWidth
        label={tryWords.keepName}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </ActButton>
  );
}
