import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { TextLink } from '../../policies/text-link.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { CapDots } from './cap-dots.tsx';
import type { WindowExample } from './use-preview.ts';
import { UNSET_DAYS } from './use-unset-referrals.ts';
import type { WindowShiftProps } from './window-shift.tsx';
import { WindowTimeline } from './window-timeline.tsx';

/** Last admissible instants of a window for an example (epoch ms; null where there is no value). */
export interface WindowEnds {
  readonly example: WindowExample;
  readonly liveEndAt: number | null;
  readonly draftEndAt: number | null;
  readonly liveShift: WindowShiftProps['shift'];
  readonly draftShift: WindowShiftProps['shift'];
}

export interface RowEffectsProps {
  readonly parameter: Parameter;
  readonly original: Parameter | null;
  readonly example: WindowExample;
  /** Decisions that went to a person since the value was not set; 0 where it was, or nobody knows. */
  readonly referrals: number;
  readonly flips: readonly FlipRowView[];
  readonly ends: WindowEnds | null;
  readonly busy: boolean;
  readonly rules: readonly string[];
}

/** What a changed value moves: the time line of a window, and the boundary cases that come out differently. */
export function RowEffects(props: RowEffectsProps): ReactElement {
  const { parameter, original, example, referrals, flips, ends, busy, rules } = props;
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { version } = useDraft();
  const moved = flips.filter((row) => row.flips);
  const [first] = moved;
  const name = parameter.label[locale];
  return (
    <Box sx={{ mt: 1 }}>
      {ends === null ? null : (
        <WindowTimeline
          name={name}
          fromAt={ends.example.fromAt}
          zone={ends.example.zone}
          liveEndAt={ends.liveEndAt}
          draftEndAt={ends.draftEndAt}
          unsetWord={words.liveUnset}
          liveShift={ends.liveShift}
          draftShift={ends.draftShift}
        />
      )}
      {parameter.kind === 'cap' ? (
        <CapDots
          live={original?.kind === 'cap' ? original.value : undefined}
          draft={parameter.value}
          example={example}
        />
      ) : null}
      {parameter.value !== undefined && original?.value === undefined && referrals > 0 ? (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {words.unsetDid(referrals, UNSET_DAYS)}
        </Typography>
      ) : null}
      <Typography
        variant="body2"
        component="div"
        sx={{ mt: 0.5, color: moved.length === 0 ? 'text.secondary' : 'tone.changed.fg' }}
        aria-busy={busy}
      >
        {first === undefined ? null : <div>{first.sentence[locale]}</div>}
        {busy && flips.length === 0 ? words.checking : words.flips(moved.length)} {words.usedBy(rules.length)}{' '}
        {moved.length === 0 ? null : <TextLink to={`/policy-versions/${version.id}/cases`}>{words.seeFlips}</TextLink>}
      </Typography>
    </Box>
  );
}
