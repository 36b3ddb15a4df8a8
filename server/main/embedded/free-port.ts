import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { SetupError } from '../setup-error.ts';

/**
 * Below every system's range of ports for outgoing connections (Linux has the lowest, from 32768): a port from that range,
 * as asking for port 0 gives, may be some client's own end by the time that a server starts on it again.
 */
const LOWEST_PORT = 15_000;
const PORT_COUNT = 17_000;
const PORT_TRIES = 50;

/** A port that was free a moment ago, on the loopback address, and that no outgoing connection is given. */
export async function findFreePort(): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnce(LOWEST_PORT + randomInt(PORT_COUNT), '127.0.0.1');
    } catch (error) {
      if (tries === PORT_TRIES) throw error;
    }
  }
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
