import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { CapValue } from '../../../server/contract/policy-vocabulary.ts';
import { formatInstant } from '../../format/format-instant.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { exampleOfCap } from './cap-model.ts';
import type { WindowExample } from './use-preview.ts';

export interface CapDotsProps {
  readonly live: CapValue | undefined;
  readonly draft: CapValue | undefined;
  readonly example: WindowExample;
}

/** An example wallet that has just reached the cap: its grants as dots on the trailing period, and when there is room again. */
export function CapDots({ live, draft, example }: CapDotsProps): ReactElement {
  const words = useWords().parameters;
  const lines = [
    { key: 'live', label: words.timeline.live, cap: live, colour: 'primary.main' },
    { key: 'draft', label: words.timeline.draft, cap: draft, colour: 'tone.changed.line' },
  ] as const;
  return (
    <Box component="figure" sx={{ m: 0, mt: 1, maxWidth: 440 }}>
      {lines.map(({ key, label, cap, colour }) => (
        <DotLine key={key} label={label} cap={cap} colour={colour} example={example} />
      ))}
      <Typography component="figcaption" variant="caption" sx={{ color: 'text.secondary' }}>
        {words.cap.example}
      </Typography>
    </Box>
  );
}

function DotLine({
  label,
  cap,
  colour,
  example: { fromAt, zone },
}: {
  readonly label: string;
  readonly cap: CapValue | undefined;
  readonly colour: string;
  readonly example: WindowExample;
}): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const drawn = cap === undefined ? null : exampleOfCap(cap, fromAt);
  const said =
    cap === undefined
      ? words.liveUnset
      : cap.count === 0
        ? words.cap.none
        : drawn === null
          ? words.cap.many(cap.count)
          : words.cap.roomAgain(formatInstant(drawn.roomAgainAt, locale, zone));
  return (
    <Box sx={{ mb: 0.75 }}>
      <Typography variant="caption" component="div" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <span>{label}</span>
        <span className="num">{said}</span>
      </Typography>
      <Box aria-hidden="true" sx={{ position: 'relative', height: 12 }}>
        <Box sx={{ position: 'absolute', top: 5, left: 0, right: 0, height: 2, bgcolor: 'divider' }} />
        {drawn?.grantedAt.map((at, index) => (
          <Box
            key={at}
            sx={{
              position: 'absolute',
              top: 1,
              width: 10,
              height: 10,
              borderRadius: '50%',
              left: `calc(${((at - drawn.beganAt) / (fromAt - drawn.beganAt)) * 100}% - 5px)`,
              border: '2px solid',
              borderColor: colour,
              bgcolor: index === 0 ? 'background.paper' : colour,
            }}
          />
        ))}
      </Box>
    </Box>
  );
}
