import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { readPolicyFiles } from './read-policy-files.ts';
import { refreshPolicies } from './refresh-policies.ts';
import { useWords } from './use-words.ts';

/** Makes a draft from the file of an export, or from the files of a policy's folder; its differences are the draft's review. */
export function ImportAct({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { acts: words } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [files, setFiles] = useState<Readonly<Record<string, string>> | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const choose = async (list: FileList | null): Promise<void> => {
    const found = await readPolicyFiles(list === null ? [] : [...list]);
    setFiles(found);
    setBroken(found === null ? (list?.[0]?.name ?? '') : null);
  };
  const run = async (): Promise<void> => {
    const draft = await post<PolicyVersionView>(`/api/policies/${policy.id}/import`, { files });
    await refreshPolicies(client);
    void navigate(`/policy-versions/${draft.id}/review`);
  };
  return (
    <ActButton
      label={words.import}
      title={words.importTitle}
      verb={words.importVerb}
      consequence={words.importConsequence}
      blocked={files === null}
      run={run}
    >
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {words.importPick}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".json,application/json"
        aria-label={words.importPick}
        onChange={(event) => void choose(event.target.files)}
      />
      <Typography
        variant="body2"
        role="status"
        sx={{ mt: 1, color: broken === null ? 'text.secondary' : 'error.main' }}
      >
        {broken !== null
          ? words.importBroken(broken)
          : files === null
            ? words.importNothing
            : words.importChosen(Object.keys(files).length)}
      </Typography>
    </ActButton>
  );
}
