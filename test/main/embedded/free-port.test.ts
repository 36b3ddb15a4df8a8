import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { demandFreePort, findFreePort } from '../../../server/main/embedded/free-port.ts';

describe('a free port', () => {
  it('can be listened on, and is none that an outgoing connection is given', async () => {
    const port = await findFreePort();
    // Linux gives out ports from 32768 on, others from 49152.
    expect(port).toBeLessThan(32_768);
    await expect(demandFreePort(port, '127.0.0.1', 'the API', 'PORT')).resolves.toBeUndefined();
  });

  it('is asked for by name, and one that is taken is named with the ways out', async () => {
    const port = await findFreePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(demandFreePort(port, '127.0.0.1', 'the API', 'PORT')).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringContaining(`port ${port} on 127.0.0.1, for the API, is taken`),
      waysOut: [expect.stringContaining('PORT'), expect.any(String)],
    });
    other.close();
  });
});
