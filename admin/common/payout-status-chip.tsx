import CheckCircle from '@mui/icons-material/CheckCircle';
import Error from '@mui/icons-material/Error';
import Help from '@mui/icons-material/Help';
import HourglassTop from '@mui/icons-material/HourglassTop';
import Cancel from '@mui/icons-material/Cancel';
import RemoveCircle from '@mui/icons-material/RemoveCircle';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import type { Tone } from '../theme/tokens.ts';
import { ToneChip } from './tone-chip.tsx';

export type PayoutStatus = PayoutView['status'];

const LOOKS: Readonly<Record<PayoutStatus, readonly [Tone, SvgIconComponent]>> = {
  queued: ['needs_info', HourglassTop],
  sending: ['needs_info', HourglassTop],
  submitted: ['needs_info', HourglassTop],
  settled: ['granted', CheckCircle],
  pending_approval: ['referred', Error],
  requires_action: ['referred', Error],
  unknown: ['referred', Help],
  failed: ['denied', Cancel],
  rejected: ['denied', Cancel],
  reversed: ['no_action', RemoveCircle],
  cancelled: ['no_action', RemoveCircle],
};

/** Every status that a payout can have. */
export const PAYOUT_STATUS_ORDER = Object.keys(LOOKS) as readonly PayoutStatus[];

/** How far a payout is. What is not known is amber, never red. */
export function PayoutStatusChip({
  value,
  size = 'medium',
}: {
  readonly value: PayoutStatus;
  readonly size?: 'small' | 'medium';
}): ReactElement {
  const t = useTranslate();
  const [tone, icon] = LOOKS[value];
  return <ToneChip tone={tone} icon={icon} label={t(`payoutStatus.${value}`)} size={size} />;
}
