import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TryReply } from '../../../server/contract/http/policy-requests.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { TrySide } from './try-side.tsx';

export interface TrySidesProps {
  readonly reply: TryReply;
  /** What was tried, to be kept as a case. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The two decisions with their traces, live at the left. */
export function TrySides({ reply, body }: TrySidesProps): ReactElement {
  const { try: words } = useWords();
  const { version, editable } = useDraft();
  // What decided is always there; all rules of two versions and their floors would bury it.
  const [only, setOnly] = useState(true);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, color: reply.differs ? 'tone.changed.fg' : 'text.secondary' }}>
          {reply.differs ? words.differs : words.same}
        </Typography>
        {reply.live === null ? null : (
          <FormControlLabel
            label={words.onlyDiffering}
            control={<Checkbox size="small" checked={only} onChange={(_event, on) => setOnly(on)} />}
          />
        )}
        {editable && body['caseName'] === undefined ? <KeepCase body={body} /> : null}
      </Box>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}
      >
        {reply.live === null ? null : (
          <TrySide
            title={words.live(version.live?.number ?? 0)}
            tried={{ policy: version.policy, number: version.live?.number ?? 0 }}
            side={reply.live}
            other={only ? reply.draft : null}
          />
        )}
        <TrySide
          title={words.draft}
          tried={{ policy: version.policy, number: 0 }}
          side={reply.draft}
          other={only ? reply.live : null}
        />
      </Box>
    </Box>
  );
}

/** Keeps what was tried, with the live outcome as the expected one. */
function KeepCase({ body }: { readonly body: Readonly<Record<string, unknown>> }): ReactElement {
  const { try: words, cases: caseWords } = useWords();
  const { version, cases, editCases } = useDraft();
  const [name, setName] = useState('');
  const run = async (): Promise<void> => {
    const golden = await post<GoldenCase>(`${versionPath(version.id)}/case-from`, { ...body, name: name.trim() });
    editCases([...cases, golden]);
  };
  return (
    <ActButton
      label={`${words.keep}…`}
      title={words.keep}
      verb={caseWords.keep}
      consequence={caseWords.fromRealConsequence}
      blocked={name.trim() === ''}
      run={run}
      done={words.kept}
    >
      <TextField
        fullWidth
        autoFocus
        label={words.keepName}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </ActButton>
  );
}
