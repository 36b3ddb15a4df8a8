import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { Waiting } from '../../common/state-view.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useRecentCases } from '../cases/use-recent-cases.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { readJson } from '../model/read-json.ts';
import { situationSchema, TRY_KINDS } from './try-source.ts';
import type { TrySource } from './try-source.ts';

const JsonEditor = lazy(async () => ({ default: (await import('../rules/json-editor.tsx')).JsonEditor }));

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
  const recent = useRecentCases(version.policy);
  const names = { real: words.real, golden: words.golden, form: words.form } as const;
  const read = source.kind === 'form' ? readJson(source.text, situationSchema) : null;
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
        <Autocomplete
          freeSolo
          options={recent.map((one) => `${one.id} · ${one.claim.reason} · ${one.status}`)}
          inputValue={source.caseId}
          sx={{ maxWidth: 640 }}
          slotProps={{ paper: { 'aria-label': words.caseId } }}
          onInputChange={(_event, next) => onChange({ ...source, caseId: next.split(' · ')[0] ?? '' })}
          renderInput={(params) => <TextField {...params} label={words.caseId} />}
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
        <Suspense fallback={<Waiting rows={4} />}>
          <JsonEditor
            label={words.fields}
            text={source.text}
            problems={read === null || read.ok ? [] : read.problems}
            onChange={(text) => onChange({ ...source, text })}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}
