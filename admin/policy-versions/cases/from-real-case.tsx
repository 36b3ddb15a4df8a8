import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { RealCaseField } from './real-case-field.tsx';

/** Keeps a real case, its personal data replaced, as a case of the draft: choose, Keep. */
export function FromRealCase(): ReactElement {
  const { cases: words, try: tryWords } = useWords();
  const { version, cases, editCases } = useDraft();
  const [caseId, setCaseId] = useState('');
  const [name, setName] = useState('');
  const run = async (): Promise<void> => {
    const golden = await post<GoldenCase>(`${versionPath(version.id)}/case-from`, {
      caseId,
      name: name.trim() === '' ? `${tryWords.fromCase} ${caseId}` : name.trim(),
    });
    editCases([...cases, golden]);
  };
  return (
    <ActButton
      label={`${words.fromReal}…`}
      title={words.fromReal}
      verb={words.keep}
      consequence={words.fromRealConsequence}
      blocked={caseId === ''}
      run={run}
      done={words.keptUnsaved}
    >
      <Box sx={{ mb: 2 }}>
        <RealCaseField policy={version.policy} value={caseId} onChange={setCaseId} autoFocus />
      </Box>
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
