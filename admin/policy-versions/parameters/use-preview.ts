import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import type { PreviewReply } from '../../../server/contract/http/policy-requests.ts';
import { request } from '../../api/request.ts';
import { versionPath } from '../draft/use-draft-state.ts';
import { findParameter } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';

/** The example for whom windows are shown: when it began (epoch ms), and its zone. */
export interface WindowExample {
  readonly fromAt: number;
  readonly zone: string;
}

/** Long enough that a number is typed to its end, short enough that the answer is there within half a second. */
const DEBOUNCE_MS = 120;

function useSettled<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}

/** Values of the draft that differ from the live ones; null where the draft has none. */
function listChangedValues(live: PolicyContent, content: PolicyContent): Record<string, unknown> {
  const changed = content.parameters.filter(
    (parameter) => !sameValue(parameter.value, findParameter(live, parameter.name)?.value),
  );
  return Object.fromEntries(changed.map(({ name, value }) => [name, value ?? null]));
}

/** What the server makes of the values on the screen: flips, last admissible instants, values that cannot be saved. */
export function usePreview(
  versionId: string,
  live: PolicyContent,
  content: PolicyContent,
  example: WindowExample,
  enabled = true,
): { data: PreviewReply | undefined; busy: boolean } {
  const body = JSON.stringify({
    parameters: listChangedValues(live, content),
    example: { from: new Date(example.fromAt).toISOString(), zone: example.zone },
  });
  const settled = useSettled(body, DEBOUNCE_MS);
  const result = useQuery<PreviewReply>({
    queryKey: ['preview', versionId, settled],
    queryFn: async ({ signal }) =>
      (
        await request<PreviewReply>(`${versionPath(versionId)}/preview`, {
          method: 'POST',
          body: JSON.parse(settled),
          signal,
        })
      ).body,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
    enabled,
  });
  return { data: result.data, busy: result.isFetching || body !== settled };
}
