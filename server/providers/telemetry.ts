import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Outbox } from '../ports/outbox.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { QueueHealth, Telemetry } from '../ports/platform.ts';

/** What is asked at every scrape; each absent where the process has none. `now` is epoch ms. */
export interface GaugeSources {
  readonly now?: () => number;
  readonly measureOutbox?: Outbox['measure'];
  readonly countPayouts?: Payouts['countOpen'];
  readonly measureQueues?: QueueHealth['measureDepths'];
  readonly readDriftMs?: () => number | null;
}

/** Measures with their page. */
export interface RunningTelemetry extends Telemetry {
  readonly registry: Registry;
  /** The page for Prometheus and its content type. A source that fails leaves its gauges out. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** prom-client behind the port; names as Prometheus wants them: base units, `_total`, `_seconds`. */
export function createTelemetry(sources: GaugeSources = {}): RunningTelemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const claims = new Counter({
    name: 'redress_claims_total',
    help: 'Claims decided, by program and disposition.',
    labelNames: ['program', 'disposition'],
    registers,
  });
  const decisions = new Histogram({
    name: 'redress_decision_duration_seconds',
    help: 'Time that the rules took for one claim.',
    labelNames: ['program'],
    buckets: [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1],
    registers,
  });
  const fillGauges = createGauges(registry, sources);
  return {
    registry,
    countClaims: (program, disposition, count) => claims.inc({ program, disposition }, count),
    observeDecision: (program, seconds) => decisions.observe({ program }, seconds),
    async render() {
      await fillGauges();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function createGauges(registry: Registry, sources: GaugeSources): () => Promise<void> {
  const registers = [registry];
  const lag = new Gauge({
    name: 'redress_outbox_oldest_seconds',
    help: 'Age of the oldest open message, by topic.',
    labelNames: ['topic'],
    registers,
  });
  const open = new Gauge({
    name: 'redress_outbox_open',
    help: 'Open messages, by topic.',
    labelNames: ['topic'],
    registers,
  });
  const dead = new Gauge({
    name: 'redress_dead_letters',
    help: 'Dead letters that wait for a person, by topic.',
    labelNames: ['topic'],
    registers,
  });
  const payouts = new Gauge({
    name: 'redress_payouts',
    help: 'Payouts that are not over, by provider and status.',
    labelNames: ['provider', 'status'],
    registers,
  });
  const depth = new Gauge({
    name: 'redress_queue_jobs',
    help: 'Jobs, by queue and state.',
    labelNames: ['queue', 'state'],
    registers,
  });
  const drift = new Gauge({
    name: 'redress_clock_drift_seconds',
    help: 'Difference of this machine from the primary.',
    registers,
  });

  async function fillOutbox(): Promise<void> {
    const topics = (await sources.measureOutbox?.(sources.now?.() ?? Date.now())) ?? [];
    for (const { topic, ...sizes } of topics) {
      lag.set({ topic }, sizes.oldestMs / 1_000);
      open.set({ topic }, sizes.open);
      dead.set({ topic }, sizes.dead);
    }
  }
  async function fillPayouts(): Promise<void> {
    const counts = (await sources.countPayouts?.()) ?? [];
    for (const { provider, status, count } of counts) payouts.set({ provider, status }, count);
  }
  async function fillQueues(): Promise<void> {
    const queues = (await sources.measureQueues?.()) ?? [];
    for (const { queue, ...states } of queues)
      for (const [state, count] of Object.entries(states)) depth.set({ queue, state }, count);
  }

  return async () => {
    // A count that is no longer reported must not stand for ever.
    for (const gauge of [lag, open, dead, payouts, depth]) gauge.reset();
    await Promise.allSettled([fillOutbox(), fillPayouts(), fillQueues()]);
    const driftMs = sources.readDriftMs?.() ?? null;
    if (driftMs !== null) drift.set(driftMs / 1_000);
  };
}
