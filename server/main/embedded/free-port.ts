import { createServer } from 'node:net';
import { SetupError } from '../setup-error.ts';

/** A port that was free a moment ago, on the loopback address. */
export async function findFreePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1');
}

/**
 * Refuses a taken port before anything is started on it.
 * @param use what the port is for, as in "the API"
 * @param variable environment variable that moves it
 * @throws SetupError where the port is taken or not allowed
 */
export async function demandFreePort(port: number, host: string, use: string, variable: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const problem = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`;
    throw new SetupError(`port ${port} on ${host}, for ${use}, ${problem}.`, [
      `set ${variable} to a free port`,
      `or stop what uses it (\`lsof -i :${port}\` or \`ss -ltnp\` names it)`,
    ]);
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
