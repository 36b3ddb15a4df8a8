import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { describeError } from '../common/describe-error.ts';
import { refreshPolicies } from './refresh-policies.ts';

export interface StartDraftButtonProps {
  readonly policy: string;
  /** Number of the version that it begins from, or its id where it never got one; null: there is none, and no button. */
  readonly from: number | string | null;
  readonly label: string;
  readonly variant?: 'contained' | 'text';
}

/** Begins a draft from a version and opens it. Absent for who may not edit the policy. */
export function StartDraftButton({
  policy,
  from,
  label,
  variant = 'contained',
}: StartDraftButtonProps): ReactElement | null {
  const may = useMay();
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (from === null || !may('edit', 'policy', policy)) return null;
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      const draft = await post<PolicyVersionView>('/api/policy-versions', { policy, from });
      void refreshPolicies(client);
      void navigate(`/policy-versions/${draft.id}`);
    } catch (failure) {
      notify(describeError(failure, t).title, { type: 'error' });
      setBusy(false);
    }
  };
  return (
    <Button variant={variant} disabled={busy} onClick={() => void start()}>
      {label}
    </Button>
  );
}
