import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DigestReply, PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { useRead } from '../../api/use-read.ts';
import { refreshPolicies } from '../../policies/refresh-policies.ts';
import { versionPath } from '../draft/use-draft-state.ts';

const SOON_MS = 60_000;
const ASK_SOON_MS = 2_000;
const ASK_LATER_MS = 15_000;

/**
 * Reads a version anew once something becomes of it that nobody on this page did: it goes live by itself, or somebody
 * takes it back.
 */
export function useGoingLive({
  id,
  status,
  effectiveFrom,
}: Pick<PolicyVersionView, 'id' | 'status' | 'effectiveFrom'>): void {
  const client = useQueryClient();
  const awaited = status === 'approved' || status === 'scheduled';
  const now = useSecond(awaited);
  const isSoon = effectiveFrom !== null && Date.parse(effectiveFrom) - now < SOON_MS;
  const asked = useRead<DigestReply>(awaited ? `${versionPath(id)}/digest` : null, {
    everyMs: isSoon ? ASK_SOON_MS : ASK_LATER_MS,
  });
  const became = asked.data?.status ?? status;
  useEffect(() => {
    if (awaited && became !== status) void refreshPolicies(client);
  }, [awaited, became, status, client]);
}

/** The time, epoch ms; while it is asked for it is a new one every second. */
export function useSecond(asked: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!asked) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [asked]);
  return now;
}
