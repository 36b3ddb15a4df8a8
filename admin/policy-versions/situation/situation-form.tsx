import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { fieldErrorsOf } from '../../../server/contract/field-errors.ts';
import { useWords } from '../../policies/use-words.ts';
import { situationSchema } from '../try/try-source.ts';
import { listGroups, readPath, readSituation, SITUATION_FIELDS, writePath } from './situation-fields.ts';
import type { SituationField } from './situation-fields.ts';
import { SituationInput } from './situation-input.tsx';

export interface SituationFormProps {
  /** A situation as JSON; what the form does not ask for stays as it is. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A situation filled in field by field, by the words of the fact dictionary; the same text as the JSON view beside it. */
export function SituationForm({ text, onChange }: SituationFormProps): ReactElement {
  const { situation: words } = useWords();
  const situation = readSituation(text);
  if (situation === null) return <Alert severity="warning">{words.unreadable}</Alert>;
  const checked = situationSchema.safeParse(situation);
  const errors = new Map(
    checked.success ? [] : fieldErrorsOf(checked.error).map(({ pointer, message }) => [pointer, message] as const),
  );
  const groups = listGroups(situation);
  const shown = SITUATION_FIELDS.filter((field) => groups.includes(field.group));
  const pointerOf = (field: SituationField): string => `/${field.path.join('/')}`;
  const elsewhere = [...errors].filter(([pointer]) => !shown.some((field) => pointerOf(field) === pointer));
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0,1fr)' }}>
      {groups.map((group) => (
        <Box key={group} component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Typography component="legend" variant="h3" sx={{ mb: 1.5, p: 0 }}>
            {words.group[group]}
          </Typography>
          <Box
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 290px), 1fr))' }}
          >
            {shown
              .filter((field) => field.group === group)
              .map((field) => (
                <SituationInput
                  key={pointerOf(field)}
                  field={field}
                  value={readPath(situation, field.path)}
                  error={errors.get(pointerOf(field)) ?? null}
                  onChange={(value) => onChange(JSON.stringify(writePath(situation, field.path, value), null, 2))}
                />
              ))}
          </Box>
        </Box>
      ))}
      {elsewhere.map(([pointer, message]) => (
        <Typography key={pointer} variant="body2" lang="en" sx={{ color: 'error.main' }}>
          {pointer} {message}
        </Typography>
      ))}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {words.more}
      </Typography>
    </Box>
  );
}
