import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { fieldIdOf } from './field-id.ts';
import type { InputProps } from './input-props.ts';
import { NumberField } from './number-field.tsx';

/** A number on a scale, typed or slid. */
export function ThresholdInput({
  parameter,
  value,
  owner,
  onChange,
  resetToken,
}: InputProps<'threshold'>): ReactElement {
  const words = useWords().parameters;
  const { editable } = useDraft();
  const { bounds, unit } = parameter;
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        <NumberField
          id={fieldIdOf(parameter.name, 'value')}
          label={unit}
          owner={owner}
          value={value}
          bounds={bounds}
          onChange={onChange}
          resetToken={resetToken}
          width={128}
        />
        {value === undefined ? null : (
          <Slider
            aria-label={`${owner}: ${unit}`}
            value={value}
            min={bounds.min}
            max={bounds.max}
            disabled={!editable}
            sx={{ width: 180, mx: 1, mt: 0.5 }}
            marks={[
              { value: bounds.min, label: String(bounds.min) },
              { value: bounds.max, label: String(bounds.max) },
            ]}
            onChange={(_event, next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
          />
        )}
      </Box>
      {value === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {words.andAbove(String(value))}
        </Typography>
      )}
    </Box>
  );
}
