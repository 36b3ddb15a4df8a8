import { SetupError } from './setup-error.ts';

/** Address under which a client on this machine reaches a host and port that a server listens on. */
export function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Waits until `/readyz` answers 200.
 * @param hasFailed says that waiting is pointless, for instance because the process keeps crashing
 * @throws SetupError after `timeoutMs`, with the last answer
 */
export async function waitReady(
  baseUrl: string,
  timeoutMs: number,
  hasFailed: () => boolean,
  logFile: string,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  let last = 'no answer';
  while (Date.now() < end && !hasFailed()) {
    try {
      const answer = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(5_000) });
      const text = await answer.text();
      if (answer.status === 200) return;
      last = `${answer.status} ${text.slice(0, 300)}`;
    } catch {
      last = 'no answer';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new SetupError(`the API did not become ready (${last}).`, [`look at its log: ${logFile}`]);
}
