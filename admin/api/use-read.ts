import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { read } from './request.ts';

export interface ReadOptions {
  /** Asks again after so many ms while the tab is looked at. */
  readonly everyMs?: number;
  /** Shows what was there while another path is read. */
  readonly keep?: boolean;
  readonly staleMs?: number;
}

/** Reads one path of the API, or nothing while it is null. Errors are ProblemError or OfflineError. */
export function useRead<T>(path: string | null, { everyMs, keep, staleMs = 0 }: ReadOptions = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ['api', path],
    queryFn: ({ signal }) => read<T>(path ?? '', signal),
    enabled: path !== null,
    staleTime: staleMs,
    retry: false,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs, refetchIntervalInBackground: false }),
    ...(keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}
