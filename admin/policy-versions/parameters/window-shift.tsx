import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { PreviewReply } from '../../../server/contract/http/policy-requests.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';

export interface WindowShiftProps {
  /** Whose end: the live window's or the draft's. */
  readonly label: string;
  readonly shift: PreviewReply['windows'][string]['draftShift'];
  /** Last admissible instant (epoch ms), which the shift came to. */
  readonly endAt: number | null;
  readonly zone: string;
}

/** Why a window ends when it does, where counting its days alone would not say so: weekends, holidays, a change of clocks. */
export function WindowShift({ label, shift, endAt, zone }: WindowShiftProps): ReactElement | null {
  const words = useWords().parameters.timeline;
  const locale = useStaffLocale();
  if (shift === null || endAt === null) return null;
  const dayOf = (at: number): string =>
    new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: zone,
    }).format(at);
  return (
    <Typography variant="caption" component="p" sx={{ color: 'tone.assumed.fg' }}>
      {label}
      {locale === 'zh' ? '：' : ': '}
      {shift.from === null
        ? words.clocks(shift.clockMinutes)
        : words.movedFrom(dayOf(Date.parse(shift.from)), dayOf(endAt))}
    </Typography>
  );
}
