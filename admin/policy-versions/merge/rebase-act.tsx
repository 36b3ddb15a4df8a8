import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { post } from '../../api/request.ts';
import { describeError } from '../../common/describe-error.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import type { MergeSide } from '../model/apply-choices.ts';
import { MergeScreen } from './merge-screen.tsx';

/** Brings a draft up to date with what is live; where both changed the same, asks which counts. Unsaved changes are saved first. */
export function RebaseAct(): ReactElement {
  const { editor: words, merge, page } = useWords();
  const t = useTranslate();
  const notify = useNotify();
  const draft = useDraft();
  const [rows, setRows] = useState<readonly MergeRowView[] | null>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, MergeSide>>>({});
  const send = async (resolutions: Readonly<Record<string, MergeSide>>): Promise<void> => {
    await post(`${versionPath(draft.version.id)}/rebase`, { resolutions });
    setRows(null);
    await draft.refresh();
  };
  const begin = async (): Promise<void> => {
    if (draft.dirty && !(await draft.save())) return;
    try {
      await send({});
    } catch (failure) {
      const clashes = failure instanceof ProblemError ? failure.document['rows'] : undefined;
      if (Array.isArray(clashes)) setRows(clashes as readonly MergeRowView[]);
      else notify(describeError(failure, t).title, { type: 'error' });
    }
  };
  return (
    <>
      <Button color="inherit" onClick={() => void begin()}>
        {words.bringUp}
      </Button>
      {rows === null ? null : (
        <MergeScreen
          title={merge.behindTitle}
          subtitle={page.version(draft.version.live?.number ?? 0)}
          verb={merge.saveBehind}
          sides={{ theirs: merge.live, mine: merge.draft }}
          rows={rows}
          choices={choices}
          onChoose={(key, side) => setChoices({ ...choices, [key]: side })}
          onClose={() => setRows(null)}
          onSave={async () => send(choices)}
          onDownload={null}
        />
      )}
    </>
  );
}
