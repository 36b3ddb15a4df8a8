import type { CaseView } from '../../../server/contract/http/case-view.ts';
import { useRead } from '../../api/use-read.ts';

/** The latest cases of a program, to choose from; of the statutory floor, those of every program. */
export function useRecentCases(policy: string): readonly CaseView[] {
  const filter = policy === 'statutory-floor' ? {} : { program: policy };
  const path = `/api/cases?filter=${encodeURIComponent(JSON.stringify(filter))}&range=${encodeURIComponent('[0,49]')}&sort=${encodeURIComponent('["openedAt","DESC"]')}`;
  return useRead<readonly CaseView[]>(path, { staleMs: 60_000 }).data ?? [];
}
