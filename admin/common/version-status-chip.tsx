import DoneAll from '@mui/icons-material/DoneAll';
import Circle from '@mui/icons-material/FiberManualRecord';
import HourglassTop from '@mui/icons-material/HourglassTop';
import Edit from '@mui/icons-material/Edit';
import RemoveCircle from '@mui/icons-material/RemoveCircle';
import Schedule from '@mui/icons-material/Schedule';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { Tone } from '../theme/tokens.ts';
import { ToneChip } from './tone-chip.tsx';

export type VersionStatus =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'scheduled'
  | 'live'
  | 'retired'
  | 'rejected'
  | 'withdrawn'
  | 'discarded';

const LOOKS: Readonly<Record<VersionStatus, readonly [Tone, SvgIconComponent]>> = {
  draft: ['draft', Edit],
  submitted: ['needs_info', HourglassTop],
  approved: ['approved', DoneAll],
  scheduled: ['approved', Schedule],
  live: ['live', Circle],
  retired: ['no_action', RemoveCircle],
  rejected: ['no_action', RemoveCircle],
  withdrawn: ['no_action', RemoveCircle],
  discarded: ['no_action', RemoveCircle],
};

/** Where a policy version or a draft stands. */
export function VersionStatusChip({
  value,
  size = 'medium',
}: {
  readonly value: VersionStatus;
  readonly size?: 'small' | 'medium';
}): ReactElement {
  const t = useTranslate();
  const [tone, icon] = LOOKS[value];
  return <ToneChip tone={tone} icon={icon} label={t(`versionStatus.${value}`)} size={size} />;
}
