import type { UseQueryResult } from '@tanstack/react-query';
import type { TraceView } from '../../server/contract/http/trace-view.ts';
import { useRead } from '../api/use-read.ts';

/** The full trace of a decision, or of none; what is stored never changes, so it is read once. */
export function useTrace(decisionId: string | null): UseQueryResult<TraceView> {
  return useRead<TraceView>(decisionId === null ? null : `/api/decisions/${encodeURIComponent(decisionId)}/trace`, {
    staleMs: Number.POSITIVE_INFINITY,
  });
}
