import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { machineZone, useZone } from '../../common/use-zone.ts';
import { formatInstant } from '../../format/format-instant.ts';
import { formatSpan } from '../../format/format-span.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { InstantField } from '../instant-field.tsx';

/** When a version is to take effect: on approval, or at an instant (epoch ms) chosen in a zone. */
export interface When {
  readonly onApproval: boolean;
  readonly at: number | null;
  readonly zone: string;
}

/** Whether an instant is chosen that has not passed, or none is needed. */
export function isWhenComplete({ onApproval, at }: When): boolean {
  return onApproval || (at !== null && at > Date.now());
}

/** On approval, or at an instant that is repeated in UTC, the program's zone and one's own. */
export function WhenFields({
  when,
  onChange,
}: {
  readonly when: When;
  readonly onChange: (when: When) => void;
}): ReactElement {
  const { review: words } = useWords();
  const { content } = useDraft();
  const [mine] = useZone();
  const zones = [...new Set(['UTC', content.zone, mine, machineZone()])];
  const past = !isWhenComplete(when) && when.at !== null;
  return (
    <>
      <RadioGroup
        aria-label={words.goesLive}
        value={when.onApproval ? 'approval' : 'at'}
        onChange={(_event, next) => onChange({ ...when, onApproval: next === 'approval' })}
      >
        <FormControlLabel value="approval" control={<Radio size="small" />} label={words.onApproval} />
        <FormControlLabel value="at" control={<Radio size="small" />} label={words.at} />
      </RadioGroup>
      {when.onApproval ? null : (
        <Box sx={{ pl: { sm: 4 }, mt: 1 }}>
          <InstantField
            label={words.instant}
            zoneLabel={words.zone}
            at={when.at}
            zone={when.zone}
            zones={zones}
            error={past ? words.past : null}
            onChange={(at, zone) => onChange({ ...when, at, zone })}
          />
          {when.at === null ? null : <InstantInZones at={when.at} zones={zones} past={past} />}
        </Box>
      )}
    </>
  );
}

interface InstantInZonesProps {
  readonly at: number;
  readonly zones: readonly string[];
  readonly past: boolean;
}

function InstantInZones({ at, zones, past }: InstantInZonesProps): ReactElement {
  const { review: words } = useWords();
  const locale = useStaffLocale();
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
      {zones.map((zone) => (
        <Typography key={zone} component="li" variant="body2">
          {formatInstant(at, locale, zone)} {zone === 'UTC' ? '' : `(${zone})`}
        </Typography>
      ))}
      {past ? null : (
        <Typography component="li" variant="body2">
          {words.inSpan(formatSpan(at - Date.now(), locale))}
        </Typography>
      )}
    </Box>
  );
}
