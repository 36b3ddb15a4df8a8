import { useState } from 'react';
import type { TryReply } from '../../../server/contract/http/policy-requests.ts';
import { post } from '../../api/request.ts';
import { versionPath } from '../draft/use-draft-state.ts';

/** What was tried, with what came of it. */
export interface Tried {
  readonly body: Readonly<Record<string, unknown>>;
  readonly result: TryReply;
}

/** What came of asking, and what was asked. */
interface Answer {
  readonly asked: string;
  readonly reply: Tried | null;
  readonly error: unknown;
}

export interface Trial {
  readonly busy: boolean;
  readonly reply: Tried | null;
  readonly error: unknown;
  run(): Promise<void>;
}

/**
 * Decides one thing by what is live and by the saved draft; `at` (epoch ms) moves the decision, null leaves it. What came
 * out is there only as long as it answers what is asked now: of another case, instant or save it would mislead.
 */
export function useTry(
  { id, revision }: { readonly id: string; readonly revision: number },
  body: Tried['body'] | null,
  at: number | null,
): Trial {
  const [busy, setBusy] = useState(false);
  const asked = JSON.stringify([id, revision, body, at]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const run = async (): Promise<void> => {
    if (body === null || busy) return;
    setBusy(true);
    setAnswer(null);
    try {
      const when = at === null ? {} : { at: new Date(at).toISOString() };
      const result = await post<TryReply>(`${versionPath(id)}/try`, { ...body, ...when });
      setAnswer({ asked, reply: { body, result }, error: null });
    } catch (error) {
      setAnswer({ asked, reply: null, error });
    } finally {
      setBusy(false);
    }
  };
  const current = answer?.asked === asked ? answer : null;
  return { busy, reply: current?.reply ?? null, error: current?.error ?? null, run };
}
