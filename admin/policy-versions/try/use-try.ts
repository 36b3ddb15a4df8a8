import { useState } from 'react';
import type { TryReply } from '../../../server/contract/http/policy-requests.ts';
import { post } from '../../api/request.ts';
import { versionPath } from '../draft/use-draft-state.ts';

/** What was tried, with what came of it. */
export interface Tried {
  readonly body: Readonly<Record<string, unknown>>;
  readonly result: TryReply;
}

export interface Trial {
  readonly busy: boolean;
  readonly reply: Tried | null;
  readonly error: unknown;
  run(): Promise<void>;
}

/** Decides one thing by what is live and by the saved draft; `at` (epoch ms) moves the decision, null leaves it. */
export function useTry(versionId: string, body: Tried['body'] | null, at: number | null): Trial {
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Tried | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    if (body === null || busy) return;
    setBusy(true);
    setError(null);
    try {
      const when = at === null ? {} : { at: new Date(at).toISOString() };
      setReply({ body, result: await post<TryReply>(`${versionPath(versionId)}/try`, { ...body, ...when }) });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { busy, reply, error, run };
}
