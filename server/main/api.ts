import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createHttpTerminator } from 'http-terminator';
import { createApp } from '../http/create-app.ts';
import { deriveKey } from '../providers/derive-key.ts';
import { connectProducer } from '../queue/redis-connection.ts';
import { createReadiness } from './check-readiness.ts';
import { compose } from './composition.ts';
import type { Service } from './composition.ts';
import type { Config } from './config.ts';
import { rootFolder } from './root-folder.ts';
import { createUseCases } from './use-cases.ts';

/** Time that requests under way are given when the process is asked to end, ms. */
const GRACE_MS = 5_000;

/** Longer than any proxy's, so that a proxy never writes to a connection that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** Runs one API process until closed: first requests under way end, then the stores are let go. Throws where it cannot listen. */
export async function runApi(config: Config): Promise<{ close(): Promise<void> }> {
  const service = await compose(config, 'api');
  try {
    return await listen(config, service);
  } catch (error) {
    await service.close();
    throw error;
  }
}

async function listen(config: Config, service: Service): Promise<{ close(): Promise<void> }> {
  const redis = connectProducer(config.redisUrl);
  const app = createApp({
    useCases: createUseCases(service),
    apiKeys: service.stores.apiKeys,
    users: service.stores.users,
    sessions: {
      store: service.stores.sessions,
      secret: deriveKey(config.secret, 'session cookies').toString('base64url'),
      secure: config.publicUrl?.startsWith('https:') ?? false,
    },
    trustedProxies: config.trustedProxies,
    clock: service.clock,
    log: service.logger,
    telemetry: service.telemetry,
    readiness: createReadiness(service),
    rateLimit: config.rateLimit,
    redis: (name, ...rest) => redis.call(name, ...rest),
    adminFolder: fileURLToPath(new URL('dist/admin/', rootFolder())),
  });
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  const terminator = createHttpTerminator({ server, gracefulTerminationTimeout: GRACE_MS });
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((error: unknown) => {
    redis.disconnect();
    throw error;
  });
  service.log.info({ host: config.host, port: config.port }, 'the API listens');
  return {
    close: async () => {
      await terminator.terminate();
      redis.disconnect();
      await service.close();
    },
  };
}
