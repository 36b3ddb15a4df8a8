import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { ViewSwitch } from '../../policies/view-switch.tsx';

/** Which parameters are shown. */
const PARAMETER_VIEWS = ['all', 'changed', 'unset', 'assumed'] as const;
export type ParameterView = (typeof PARAMETER_VIEWS)[number];

export interface ParameterFilterProps {
  readonly text: string;
  readonly view: ParameterView;
  readonly counts: Readonly<Record<ParameterView, number>>;
  readonly onText: (text: string) => void;
  readonly onView: (view: ParameterView) => void;
}

/** A search over names, clauses and words, and four views with their numbers. */
export function ParameterFilter({ text, view, counts, onText, onView }: ParameterFilterProps): ReactElement {
  const words = useWords().parameters;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
      <TextField
        value={text}
        onChange={(event) => onText(event.target.value)}
        label={words.find}
        type="search"
        data-list-search
        sx={{ width: { xs: '100%', sm: 280 } }}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search fontSize="small" aria-hidden="true" />
              </InputAdornment>
            ),
          },
        }}
      />
      <ViewSwitch
        label={words.filter}
        value={view}
        onChange={onView}
        options={PARAMETER_VIEWS.map((one) => ({ value: one, label: words.filterCount(words[one], counts[one]) }))}
      />
    </Box>
  );
}
