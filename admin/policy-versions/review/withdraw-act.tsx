import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { PolicyVersionRow } from '../../../server/contract/http/policy-version-view.ts';
import { useMay } from '../../api/may.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { nameVersion } from '../../policies/name-version.ts';
import { useWords } from '../../policies/use-words.ts';
import { refreshPolicies } from '../../policies/refresh-policies.ts';
import { versionPath } from '../draft/use-draft-state.ts';

export interface WithdrawActProps {
  readonly version: Pick<PolicyVersionRow, 'id' | 'policy' | 'number' | 'sequence' | 'status' | 'approval'> & {
    readonly live?: { readonly number: number } | null;
  };
}

/** Takes back what waits for approval, or an approved version that is not live yet. Absent for who may not edit the policy. */
export function WithdrawAct({ version }: WithdrawActProps): ReactElement | null {
  const catalogue = useWords();
  const may = useMay();
  const client = useQueryClient();
  const { acts, page } = catalogue;
  if (!may('edit', 'policy', version.policy)) return null;
  const what = nameVersion(version, catalogue);
  const run = async (reason: string): Promise<void> => {
    await post(`${versionPath(version.id)}/withdraw`, reason === '' ? {} : { reason });
    await refreshPolicies(client);
  };
  return (
    <ActButton
      label={acts.withdraw}
      title={acts.withdrawTitle(what)}
      verb={acts.withdrawVerb}
      reason={version.status === 'submitted' ? 'optional' : 'required'}
      run={run}
      consequence={
        <>
          {acts.withdrawConsequence(
            what,
            version.live === undefined || version.live === null ? '–' : page.version(version.live.number),
          )}{' '}
          {version.approval === null ? null : <strong>{acts.voidsApproval(version.approval.by.name)}</strong>}
        </>
      }
    />
  );
}
