import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { InstantField } from '../instant-field.tsx';
import { useWords } from '../../policies/use-words.ts';
import type { WindowExample } from './use-preview.ts';

/** For whom the time lines are drawn. */
export function ExampleFields({
  example,
  onChange,
}: {
  readonly example: WindowExample;
  readonly onChange: (example: WindowExample) => void;
}): ReactElement {
  const words = useWords().parameters.timeline;
  return (
    <Box sx={{ mb: 2 }}>
      <InstantField
        label={words.paidOn}
        zoneLabel={words.zone}
        at={example.fromAt}
        zone={example.zone}
        onChange={(fromAt, zone) => onChange({ fromAt: fromAt ?? example.fromAt, zone })}
      />
    </Box>
  );
}
