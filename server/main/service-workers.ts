import { relayOutbox } from '../usecases/outbox/relay-outbox.ts';
import { sweepWaitingEvents } from '../usecases/events/sweep-waiting-events.ts';
import { applyOutcomes } from '../usecases/outcomes/apply-outcomes.ts';
import { checkStalePayouts } from '../usecases/payouts/check-stale-payouts.ts';
import { takeNotification } from '../usecases/payouts/notify-provider.ts';
import { sendPayout } from '../usecases/payouts/send-payout.ts';
import { SANDBOX } from '../providers/sandbox/sandbox-provider.ts';
import { createWorkers, type Workers } from '../workers/create-workers.ts';
import type { Service, ServiceConfig } from './composition.ts';

/** Starts one worker per queue and the periodic tasks over a composed service. `concurrency`: payouts a queue sends at a time. */
export function createServiceWorkers(
  service: Service,
  config: Pick<ServiceConfig, 'redisUrl' | 'queuePrefix'>,
  concurrency: number,
): Workers {
  return createWorkers({
    redisUrl: config.redisUrl,
    ...(config.queuePrefix === undefined ? {} : { prefix: config.queuePrefix }),
    providers: [SANDBOX],
    concurrency,
    outbox: service.stores.outbox,
    clock: service.clock,
    log: service.log,
    applyOutcomes: (ids) => applyOutcomes(service.outcomes, ids),
    sendPayout: (id) => sendPayout(service.payouts, id),
    relayOutbox: () => relayOutbox(service.relay),
    checkStalePayouts: () => checkStalePayouts(service.payouts),
    deliverNotifications: () =>
      service.sandbox.deliverNotifications((notification) => takeNotification(service.payouts, SANDBOX, notification)),
    sweepWaitingEvents: () => sweepWaitingEvents(service.ingest),
  });
}
