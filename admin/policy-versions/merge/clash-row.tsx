import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import type { MergeSide } from '../model/apply-choices.ts';

const SIDES = ['theirs', 'mine', 'base'] as const;

export interface ClashRowProps {
  readonly row: MergeRowView;
  readonly name: string;
  readonly sides: { readonly theirs: string; readonly mine: string };
  readonly choice: MergeSide | undefined;
  readonly onChoose: (side: MergeSide) => void;
}

/** One thing that both changed, with the three values to choose from. */
export function ClashRow({ row, name, sides, choice, onChoose }: ClashRowProps): ReactElement {
  const words = useWords().merge;
  const locale = useStaffLocale();
  const labels: Readonly<Record<MergeSide, string>> = { theirs: sides.theirs, mine: sides.mine, base: words.was };
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1.5 }}>
      <Typography variant="h3" component="p">
        {name}
      </Typography>
      <RadioGroup
        aria-label={words.choose(name)}
        value={choice ?? ''}
        onChange={(_event, next) => {
          const side = SIDES.find((one) => one === next);
          if (side !== undefined) onChoose(side);
        }}
      >
        {SIDES.map((side) => (
          <FormControlLabel
            key={side}
            value={side}
            control={<Radio size="small" />}
            sx={{
              alignItems: 'flex-start',
              '& .MuiFormControlLabel-label': { pt: 0.75, overflowWrap: 'anywhere', minWidth: 0 },
            }}
            label={
              <span>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {labels[side]}:
                </Box>{' '}
                {row.words[side][locale]}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
