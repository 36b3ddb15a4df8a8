import Alert from '@mui/material/Alert';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { refreshPolicies } from './refresh-policies.ts';
import { useWords } from './use-words.ts';

/** An emergency rollback that waits for its other half; an admin confirms it from a session of their own, or who may ask for one takes it back. */
export function EmergencyBand({ policy }: { readonly policy: PolicyView }): ReactElement | null {
  const { acts: words } = useWords();
  const may = useMay();
  const client = useQueryClient();
  const { emergency } = policy;
  if (emergency === null) return null;
  const act = async (step: 'confirm' | 'withdraw', reason: string): Promise<void> => {
    await post(`/api/policies/${policy.id}/emergency/${emergency.id}/${step}`, reason === '' ? {} : { reason });
    await refreshPolicies(client);
  };
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ mb: 2, flexWrap: 'wrap' }}
      action={
        <>
          {may('request_emergency', 'policy', policy.id) ? (
            <ActButton
              label={words.emergencyWithdraw}
              title={words.emergencyTitle}
              verb={words.emergencyWithdrawVerb}
              reason="optional"
              run={(reason) => act('withdraw', reason)}
              consequence={words.emergencyWithdrawConsequence}
            />
          ) : null}
          {may('confirm_emergency', 'policy', policy.id) ? (
            <ActButton
              label={words.emergencyConfirm}
              title={words.emergencyTitle}
              verb={words.emergencyConfirmVerb}
              tone="error"
              reason="required"
              run={(reason) => act('confirm', reason)}
              consequence={words.emergencyConfirmConsequence(emergency.toNumber)}
            />
          ) : null}
        </>
      }
    >
      {words.emergencyWaits(emergency.toNumber, emergency.requestedBy.name)} “{emergency.reason}”
    </Alert>
  );
}
