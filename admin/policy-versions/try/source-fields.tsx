import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { RealCaseField } from '../cases/real-case-field.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { SituationEditor } from '../situation/situation-editor.tsx';
import { TRY_KINDS } from './try-source.ts';
import type { TrySource } from './try-source.ts';

/** Chooses a real case, a golden or own one, or fills a situation in. */
export function SourceFields({
  source,
  onChange,
}: {
  readonly source: TrySource;
  readonly onChange: (source: TrySource) => void;
}): ReactElement {
  const { try: words } = useWords();
  const { version } = useDraft();
  const names = { real: words.real, golden: words.golden, form: words.form } as const;
  return (
    <Box>
      <RadioGroup
        row
        aria-label={words.source}
        value={source.kind}
        onChange={(_event, next) => {
          const kind = TRY_KINDS.find((one) => one === next);
          if (kind !== undefined) onChange({ ...source, kind });
        }}
      >
        {TRY_KINDS.map((kind) => (
          <FormControlLabel key={kind} value={kind} control={<Radio size="small" />} label={names[kind]} />
        ))}
      </RadioGroup>
      {source.kind === 'real' ? (
        <RealCaseField
          policy={version.policy}
          value={source.caseId}
          onChange={(caseId) => onChange({ ...source, caseId })}
        />
      ) : null}
      {source.kind === 'golden' ? (
        <Autocomplete
          options={version.gate.cases.rows.map((row) => row.name)}
          value={source.caseName === '' ? null : source.caseName}
          sx={{ maxWidth: 640 }}
          slotProps={{ paper: { 'aria-label': words.caseName } }}
          onChange={(_event, next) => onChange({ ...source, caseName: next ?? '' })}
          renderInput={(params) => <TextField {...params} label={words.caseName} />}
        />
      ) : null}
      {source.kind === 'form' ? (
        <SituationEditor text={source.text} onChange={(text) => onChange({ ...source, text })} />
      ) : null}
    </Box>
  );
}
