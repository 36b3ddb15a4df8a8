import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { Panel } from '../../common/panel.tsx';
import { machineZone, useZone } from '../../common/use-zone.ts';
import { formatInstant } from '../../format/format-instant.ts';
import { formatSpan } from '../../format/format-span.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { InstantField } from '../instant-field.tsx';

/** A reason is a sentence, not a keystroke. */
const MIN_REASON = 10;

/** When it goes live and why, and the button that hands it in; shut until the gate is open. */
export function SubmitPanel(): ReactElement {
  const { review: words } = useWords();
  const locale = useStaffLocale();
  const navigate = useNavigate();
  const [mine] = useZone();
  const { version, content, dirty, refresh } = useDraft();
  const [when, setWhen] = useState<'at' | 'approval'>('approval');
  const [at, setAt] = useState<number | null>(null);
  const [zone, setZone] = useState(content.zone);
  const [reason, setReason] = useState('');
  const { gate } = version;
  const past = when === 'at' && at !== null && at <= Date.now();
  const complete = reason.trim().length >= MIN_REASON && (when === 'approval' || (at !== null && !past));
  const submit = async (): Promise<void> => {
    await post(`${versionPath(version.id)}/submit`, { effectiveAt: when === 'approval' || at === null ? null : new Date(at).toISOString(), ...(when === 'at' ? { zone } : {}), reason: reason.trim() });
    await refresh();
    void navigate(`/policy-versions/${version.id}/show`);
  };
  const zones = [...new Set(['UTC', content.zone, mine, machineZone()])];
  return (
    <>
      <Panel title={`4 ${words.goesLive}`}>
        <RadioGroup aria-label={words.goesLive} value={when} onChange={(_event, next) => setWhen(next === 'at' ? 'at' : 'approval')}>
          <FormControlLabel value="approval" control={<Radio size="small" />} label={words.onApproval} />
          <FormControlLabel value="at" control={<Radio size="small" />} label={words.at} />
        </RadioGroup>
        {when === 'at' ? (
          <Box sx={{ pl: { sm: 4 }, mt: 1 }}>
            <InstantField label={words.instant} zoneLabel={words.zone} at={at} zone={zone} zones={zones} error={past ? words.past : null} onChange={(next, nextZone) => { setAt(next); setZone(nextZone); }} />
            {at === null ? null : (
              <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
                {zones.map((one) => <Typography key={one} component="li" variant="body2">{formatInstant(at, locale, one)} {one === 'UTC' ? '' : `(${one})`}</Typography>)}
                {past ? null : <Typography component="li" variant="body2">{words.inSpan(formatSpan(at - Date.now(), locale))}</Typography>}
              </Box>
            )}
          </Box>
        ) : null}
      </Panel>
      <Panel title={`5 ${words.why}`}>
        <TextField
          fullWidth multiline minRows={2} label={words.why} value={reason} onChange={(event) => setReason(event.target.value)} helperText={words.whyHelp(MIN_REASON)} slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </Panel>
      <Panel title={`6 ${words.gate}`}>
        {dirty ? <Alert severity="info" variant="outlined" sx={{ mb: 1 }}>{words.unsavedFirst}</Alert> : null}
        {gate.open ? <Typography variant="body2">{words.gateOpen}</Typography> : (
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{gate.reasons.map(({ code, sentence }) => <Typography key={code} component="li" variant="body2">{sentence[locale]}</Typography>)}</Box>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>{words.bound}</Typography>
        <ActButton label={words.submit} title={words.submitTitle} verb={words.submitVerb} variant="contained" consequence={words.submitConsequence} disabled={!gate.open || dirty || !complete} run={submit} />
        {gate.open && !complete ? <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>{words.reasonShort}</Typography> : null}
      </Panel>
    </>
  );
}
