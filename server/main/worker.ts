import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createReadiness } from './check-readiness.ts';
import { compose, type Service } from './composition.ts';
import type { Config } from './config.ts';
import { createServiceWorkers } from './service-workers.ts';

/** Runs one worker process until closed. Any number of them may run; leases keep them apart. */
export async function runWorker(config: Config): Promise<{ close(): Promise<void> }> {
  const service = await compose(config, 'worker');
  const workers = createServiceWorkers(service, config, config.workerConcurrency);
  const server = config.workerPort === undefined ? null : await serveHealth(service, config.workerPort, config.host);
  service.log.info({}, 'the worker runs');
  return {
    close: async () => {
      server?.close();
      await workers.close();
      await service.close();
    },
  };
}

/** A worker's own health and metrics, for whoever watches it. */
async function serveHealth(service: Service, port: number, host: string): Promise<Server> {
  const readiness = createReadiness(service);
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, text }) =>
      response.writeHead(status, { 'content-type': type }).end(text),
    );
  });
  async function answer(url: string): Promise<{ status: number; type: string; text: string }> {
    if (url === '/metrics') {
      const { contentType, text } = await service.telemetry.render();
      return { status: 200, type: contentType, text };
    }
    if (url === '/healthz') return { status: 200, type: 'application/json', text: '{"status":"alive"}' };
    if (url !== '/readyz') return { status: 404, type: 'text/plain', text: 'Not found' };
    const checks = await readiness();
    return {
      status: checks.some((one) => one.state === 'failed') ? 503 : 200,
      type: 'application/json',
      text: JSON.stringify({ checks }),
    };
  }
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
