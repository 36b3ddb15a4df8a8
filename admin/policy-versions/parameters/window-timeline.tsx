import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { formatInstant } from '../../format/format-instant.ts';
import { WindowShift } from './window-shift.tsx';
import type { WindowShiftProps } from './window-shift.tsx';

export interface WindowTimelineProps {
  readonly name: string;
  /** When the example began, epoch ms, and its zone. */
  readonly fromAt: number;
  readonly zone: string;
  /** Last admissible instants, epoch ms; null: no value. */
  readonly liveEndAt: number | null;
  readonly draftEndAt: number | null;
  readonly unsetWord: string;
  /** What moved the ends beyond the count of days. */
  readonly liveShift: WindowShiftProps['shift'];
  readonly draftShift: WindowShiftProps['shift'];
}

/** How long the live and the draft window last for one example: two bars on one scale, and the same in words. */
export function WindowTimeline({
  name,
  fromAt,
  zone,
  liveEndAt,
  draftEndAt,
  unsetWord,
  liveShift,
  draftShift,
}: WindowTimelineProps): ReactElement {
  const words = useWords().parameters.timeline;
  const locale = useStaffLocale();
  const longest = Math.max(liveEndAt ?? fromAt, draftEndAt ?? fromAt) - fromAt;
  const say = (at: number | null): string => (at === null ? unsetWord : formatInstant(at, locale, zone));
  const bars = [
    { key: 'live', label: words.live, endAt: liveEndAt, colour: 'primary.main' },
    { key: 'draft', label: words.draft, endAt: draftEndAt, colour: 'tone.changed.line' },
  ] as const;
  return (
    <Box component="figure" sx={{ m: 0, mt: 1, maxWidth: 440 }}>
      <Box aria-hidden="true">
        {bars.map(({ key, label, endAt, colour }) => (
          <Box key={key} sx={{ mb: 0.75 }}>
            <Typography
              variant="caption"
              component="div"
              sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}
            >
              <span>{label}</span>
              <span className="num">{endAt === null ? unsetWord : words.until(say(endAt))}</span>
            </Typography>
            <Box sx={{ height: 6, borderRadius: 3, bgcolor: 'raised' }}>
              <Box
                sx={{
                  height: 6,
                  borderRadius: 3,
                  bgcolor: colour,
                  width: `${endAt === null || longest === 0 ? 0 : ((endAt - fromAt) / longest) * 100}%`,
                }}
              />
            </Box>
          </Box>
        ))}
      </Box>
      <WindowShift label={words.live} shift={liveShift} endAt={liveEndAt} zone={zone} />
      <WindowShift label={words.draft} shift={draftShift} endAt={draftEndAt} zone={zone} />
      <Typography component="figcaption" variant="caption" sx={{ color: 'text.secondary' }}>
        {words.example(formatInstant(fromAt, locale, zone))}
        <Box
          component="span"
          sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)' }}
        >
          {' '}
          {words.caption(name, say(liveEndAt), say(draftEndAt))}
        </Box>
      </Typography>
    </Box>
  );
}
