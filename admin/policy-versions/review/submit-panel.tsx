import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import type { GateView } from '../../../server/contract/http/policy-gate-view.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { Panel } from '../../common/panel.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { isWhenComplete, WhenFields } from './when-fields.tsx';
import type { When } from './when-fields.tsx';

/** A reason is a sentence, not a keystroke. */
const MIN_REASON = 10;

/** What is still to be filled in, by the key of its words; null where nothing is. */
function nameMissing(when: When, reason: string): 'instantMissing' | 'instantPast' | 'reasonShort' | null {
  if (!isWhenComplete(when)) return when.at === null ? 'instantMissing' : 'instantPast';
  return reason.trim().length < MIN_REASON ? 'reasonShort' : null;
}

/** When it goes live and why, and the button that hands it in; shut until the gate is open. */
export function SubmitPanel(): ReactElement {
  const { review: words } = useWords();
  const navigate = useNavigate();
  const { version, content, dirty, invalid, refresh } = useDraft();
  const [when, setWhen] = useState<When>({ at: null, zone: content.zone, onApproval: true });
  const [reason, setReason] = useState('');
  const { gate } = version;
  const unsaved = dirty || invalid.length > 0;
  const missing = nameMissing(when, reason);
  const submit = async (): Promise<void> => {
    await post(`${versionPath(version.id)}/submit`, {
      effectiveAt: when.onApproval || when.at === null ? null : new Date(when.at).toISOString(),
      ...(when.onApproval ? {} : { zone: when.zone }),
      reason: reason.trim(),
    });
    await refresh();
    void navigate(`/policy-versions/${version.id}/show`);
  };
  return (
    <>
      <Panel title={`4 ${words.goesLive}`}>
        <WhenFields when={when} onChange={setWhen} />
        <Typography variant="body2" sx={{ mt: 1 }}>
          {words.whom[content.versionBasis]}
        </Typography>
      </Panel>
      <Panel title={`5 ${words.why}`}>
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={words.why}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          helperText={words.whyHelp(MIN_REASON)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </Panel>
      <Panel title={`6 ${words.gate}`}>
        {unsaved ? (
          <Alert severity="info" variant="outlined" sx={{ mb: 1 }}>
            {words.unsavedFirst}
          </Alert>
        ) : null}
        <GateReasons gate={gate} />
        <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>
          {words.bound}
        </Typography>
        <ActButton
          label={words.submit}
          title={words.submitTitle}
          verb={words.submitVerb}
          variant="contained"
          consequence={words.submitConsequence}
          disabled={!gate.open || unsaved || missing !== null}
          run={submit}
        />
        {gate.open && missing !== null ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            {words[missing]}
          </Typography>
        ) : null}
      </Panel>
    </>
  );
}

function GateReasons({ gate }: { readonly gate: GateView }): ReactElement {
  const { review: words } = useWords();
  const locale = useStaffLocale();
  if (gate.open) return <Typography variant="body2">{words.gateOpen}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {gate.reasons.map(({ code, sentence }) => (
        <Typography key={code} component="li" variant="body2">
          {sentence[locale]}
        </Typography>
      ))}
    </Box>
  );
}
