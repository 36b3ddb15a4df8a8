import { Router } from 'express';

/** One thing that readiness depends on. `degraded`: the service does its work, some of it later. */
export interface ReadinessCheck {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'failed';
  readonly detail?: string;
}

/** Looks at everything that readiness depends on; a rejection counts as a failed check. */
export type Readiness = () => Promise<readonly ReadinessCheck[]>;

/** The page for Prometheus and its content type; gauges are filled when it is asked for. */
export type RenderMetrics = () => Promise<{ readonly contentType: string; readonly text: string }>;

/** `/healthz`, `/readyz` and `/metrics`: for machines, without a key, without personal data. */
export function createOperationsRoutes(readiness: Readiness, renderMetrics: RenderMetrics): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const checks = await readiness().catch((): ReadinessCheck[] => [
      { name: 'readiness', state: 'failed', detail: 'cannot be found out' },
    ]);
    const status = summarise(checks);
    if (status === 'not_ready') response.status(503).set('Retry-After', '1');
    response.json({ status, checks: Object.fromEntries(checks.map(({ name, ...rest }) => [name, rest])) });
  });
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await renderMetrics();
    response.set('Content-Type', contentType).send(text);
  });
  return router;
}

function summarise(checks: readonly ReadinessCheck[]): 'ready' | 'degraded' | 'not_ready' {
  if (checks.some(({ state }) => state === 'failed')) return 'not_ready';
  return checks.some(({ state }) => state === 'degraded') ? 'degraded' : 'ready';
}
