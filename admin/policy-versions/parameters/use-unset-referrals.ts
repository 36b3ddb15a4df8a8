import type { OverviewView } from '../../../server/contract/http/overview-view.ts';
import { FLOOR_POLICY } from '../../../server/contract/policy-vocabulary.ts';
import { useMay } from '../../api/may.ts';
import { useRead } from '../../api/use-read.ts';

/** Days over which is counted what a value that is not set did. */
export const UNSET_DAYS = 30;

const STALE_MS = 60_000;

/**
 * Decisions of the last days that went to a person since a value was not set, by the name of its parameter. Empty until
 * the service has answered, and for the floor, whose referrals are those of the programs.
 */
export function useUnsetReferrals(policy: string): ReadonlyMap<string, number> {
  const may = useMay();
  const program = policy === FLOOR_POLICY || !may('read', 'case', policy) ? null : policy;
  const path = program === null ? null : `/api/overview?days=${UNSET_DAYS}&program=${encodeURIComponent(program)}`;
  const { data } = useRead<OverviewView>(path, { staleMs: STALE_MS });
  return new Map((data?.unsetParameters ?? []).map(({ name, referrals }) => [name, referrals]));
}
