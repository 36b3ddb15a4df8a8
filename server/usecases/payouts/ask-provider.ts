import type { PaymentProvider, ProviderAnswer } from '../../ports/payment-provider.ts';

/** Longest that a provider may take where it names no time of its own, ms. */
const CALL_TIMEOUT_MS = 10_000;

/** What came of asking: an answer, certainty that there is no such refund (look-ups alone), or silence. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: ProviderAnswer }
  | { readonly kind: 'none' }
  | { readonly kind: 'silence'; readonly error: unknown };

/**
 * Calls a provider within its time. An error, a time-out and the answer `unknown` are all silence: the outcome has to be
 * looked up. Never throws.
 */
export async function askProvider(
  provider: PaymentProvider,
  call: (signal: AbortSignal) => Promise<ProviderAnswer | null>,
): Promise<Reply> {
  const abort = new AbortController();
  const timeoutMs = provider.timeoutMs ?? CALL_TIMEOUT_MS;
  let timer: NodeJS.Timeout | undefined;
  try {
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new Error(`${provider.name} did not answer within ${timeoutMs} ms`);
        abort.abort(error);
        reject(error);
      }, timeoutMs);
    });
    const answer = await Promise.race([call(abort.signal), timeout]);
    if (answer === null) return { kind: 'none' };
    return answer.state === 'unknown'
      ? { kind: 'silence', error: new Error(answer.code ?? 'unknown') }
      : { kind: 'answer', answer };
  } catch (error) {
    return { kind: 'silence', error };
  } finally {
    clearTimeout(timer);
  }
}
