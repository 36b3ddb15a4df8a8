import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ChooseVersion } from './choose-version.tsx';
import { refreshPolicies } from './refresh-policies.ts';
import { useWords } from './use-words.ts';

/** The legal owner's half of an emergency rollback. Absent while one waits, and where no version was live before. */
export function EmergencyAct({ policy }: { readonly policy: PolicyView }): ReactElement | null {
  const { acts: words } = useWords();
  const client = useQueryClient();
  const [number, setNumber] = useState<number | null>(null);
  const admits = (row: PolicyView['timeline'][number]): boolean => row.status === 'retired';
  if (policy.emergency !== null || !policy.timeline.some((row) => row.number !== null && admits(row))) return null;
  const run = async (reason: string): Promise<void> => {
    await post(`/api/policies/${policy.id}/emergency`, { toNumber: number, reason });
    await refreshPolicies(client);
  };
  return (
    <ActButton
      label={words.emergency}
      title={words.emergencyTitle}
      verb={words.emergencyVerb}
      tone="error"
      reason="required"
      blocked={number === null}
      run={run}
      consequence={words.emergencyConsequence}
    >
      <ChooseVersion policy={policy} label={words.toVersion} value={number} onChange={setNumber} admits={admits} />
    </ActButton>
  );
}
