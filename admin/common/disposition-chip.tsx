import Cancel from '@mui/icons-material/Cancel';
import CheckCircle from '@mui/icons-material/CheckCircle';
import Help from '@mui/icons-material/Help';
import Person from '@mui/icons-material/Person';
import RemoveCircle from '@mui/icons-material/RemoveCircle';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { ToneChip } from './tone-chip.tsx';

export type Disposition = DecisionView['disposition'];

/** Icon of each outcome; the tones have the outcomes’ names. */
const ICON_OF: Readonly<Record<Disposition, SvgIconComponent>> = {
  granted: CheckCircle,
  denied: Cancel,
  referred: Person,
  needs_info: Help,
  no_action: RemoveCircle,
};

/** Every outcome, in the order in which charts stack them. */
export const DISPOSITION_ORDER: readonly Disposition[] = ['granted', 'no_action', 'needs_info', 'referred', 'denied'];

/** The outcome of a decision. */
export function DispositionChip({
  value,
  size = 'medium',
}: {
  readonly value: Disposition;
  readonly size?: 'small' | 'medium';
}): ReactElement {
  const t = useTranslate();
  return <ToneChip tone={value} icon={ICON_OF[value]} label={t(`disposition.${value}`)} size={size} />;
}
