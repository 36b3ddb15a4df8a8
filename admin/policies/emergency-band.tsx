import Alert from '@mui/material/Alert';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { refreshPolicies } from './refresh-policies.ts';
import { useWords } from './use-words.ts';

/** An emergency rollback that waits for its other half; an admin confirms it from a session of their own. */
export function EmergencyBand({ policy }: { readonly policy: PolicyView }): ReactElement | null {
  const { acts: words } = useWords();
  const may = useMay();
  const client = useQueryClient();
  const { emergency } = policy;
  if (emergency === null) return null;
  const run = async (reason: string): Promise<void> => {
    await post(`/api/policies/${policy.id}/emergency/${emergency.id}/confirm`, { reason });
    await refreshPolicies(client);
  };
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ mb: 2, flexWrap: 'wrap' }}
      action={
        may('confirm_emergency', 'policy', policy.id) ? (
          <ActButton
            label={words.emergencyConfirm}
            title={words.emergencyTitle}
            verb={words.emergencyConfirmVerb}
            tone="error"
            reason="required"
            run={run}
            consequence={words.emergencyConfirmConsequence(emergency.toNumber)}
          />
        ) : undefined
      }
    >
      {words.emergencyWaits(emergency.toNumber, emergency.requestedBy.name)} “{emergency.reason}”
    </Alert>
  );
}
