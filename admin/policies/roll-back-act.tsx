import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ChooseVersion } from './choose-version.tsx';
import { refreshPolicies } from './refresh-policies.ts';
import { useWords } from './use-words.ts';

/** Makes a version equal to an earlier one and hands it in for approval. Absent where there is no earlier one. */
export function RollBackAct({ policy }: { readonly policy: PolicyView }): ReactElement | null {
  const { acts: words, page } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [number, setNumber] = useState<number | null>(null);
  const { live } = policy;
  const admits = (row: PolicyView['timeline'][number]): boolean =>
    row.number !== live?.number && row.status === 'retired';
  if (live === null || !policy.timeline.some((row) => row.number !== null && admits(row))) return null;
  const run = async (reason: string): Promise<void> => {
    const version = await post<PolicyVersionView>(`/api/policies/${policy.id}/rollback`, { toNumber: number, reason });
    await refreshPolicies(client);
    void navigate(`/policy-versions/${version.id}/show`);
  };
  return (
    <ActButton
      label={words.rollBack}
      title={words.rollBackTitle}
      verb={words.rollBackVerb}
      reason="required"
      blocked={number === null}
      run={run}
      consequence={words.rollBackConsequence(number === null ? null : `v${number}`, page.version(live.number))}
    >
      <ChooseVersion policy={policy} label={words.toVersion} value={number} onChange={setNumber} admits={admits} />
    </ActButton>
  );
}
