import Box from '@mui/material/Box';
import { lazy, Suspense, useState } from 'react';
import type { ReactElement } from 'react';
import { Waiting } from '../../common/state-view.tsx';
import { useWords } from '../../policies/use-words.ts';
import { ViewSwitch } from '../../policies/view-switch.tsx';
import { readJson } from '../model/read-json.ts';
import { situationSchema } from '../try/try-source.ts';
import { SituationForm } from './situation-form.tsx';
import type { SituationFormProps } from './situation-form.tsx';

const JsonEditor = lazy(async () => ({ default: (await import('../rules/json-editor.tsx')).JsonEditor }));

/** A situation as a form or as the file that it is: one text, seen in two ways. */
export function SituationEditor({ text, onChange }: SituationFormProps): ReactElement {
  const { situation: words, try: tryWords } = useWords();
  const [view, setView] = useState<'form' | 'json'>('form');
  const read = view === 'json' ? readJson(text, situationSchema) : null;
  return (
    <Box>
      <Box sx={{ mb: 2 }}>
        <ViewSwitch
          label={words.view}
          value={view}
          onChange={setView}
          options={[
            { value: 'form', label: words.form },
            { value: 'json', label: words.json },
          ]}
        />
      </Box>
      {read === null ? (
        <SituationForm text={text} onChange={onChange} />
      ) : (
        <Suspense fallback={<Waiting rows={4} />}>
          <JsonEditor label={tryWords.fields} text={text} problems={read.ok ? [] : read.problems} onChange={onChange} />
        </Suspense>
      )}
    </Box>
  );
}
