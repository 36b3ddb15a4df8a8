import { decodeEvent } from '../../server/contract/events/domain-event.ts';
import { claimRequestSchema, type ClaimRequest } from '../../server/contract/http/claim-request.ts';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import type { ClaimReply, EventReply } from '../../server/contract/http/replies.ts';
import { AppError } from '../../server/contract/error-registry.ts';
import { sha256Hex } from '../../server/core/audit/canonical-document.ts';
import type { Actor, Answered, UseCases } from '../../server/http/use-cases.ts';
import { compose, type Service, type ServiceConfig } from '../../server/main/composition.ts';
import { createServiceWorkers } from '../../server/main/service-workers.ts';
import { createUseCases } from '../../server/main/use-cases.ts';
import { publishPrograms } from '../../server/main/publish-programs.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { applyOutcomes } from '../../server/usecases/outcomes/apply-outcomes.ts';
import { ParkMessage } from '../../server/usecases/outbox/message-fate.ts';
import { sendPayout } from '../../server/usecases/payouts/send-payout.ts';
import { verifyLedger } from '../../server/usecases/verify/verify-ledger.ts';
import type { Workers } from '../../server/workers/create-workers.ts';
import { createTestDatabase, testRedisUrl, uniquePrefix, type TestDatabase } from '../setup/database.ts';

export const ACTOR: Actor = { kind: 'key', id: 'test', name: 'test', grants: [], verbs: [], requestId: 'test' };
const DAY_MS = 86_400_000;
/** Later than anything is due. */
const FAR = Date.UTC(2100, 0, 1);

/** Services of one installation: two APIs and two workers are the normal case. */
export interface Harness {
  readonly database: TestDatabase;
  readonly config: ServiceConfig;
  readonly services: readonly [Service, Service];
  /** The first API's use cases, and the second's. */
  readonly api: UseCases;
  readonly otherApi: UseCases;
  startWorkers(): void;
  close(): Promise<void>;
}

/** Migrates and publishes a database of its own and composes two APIs over it; workers run once they are started. */
export async function openHarness(change: Partial<ServiceConfig> = {}): Promise<Harness> {
  const database = await createTestDatabase();
  const config: ServiceConfig = {
    mongodbUri: database.uri,
    redisUrl: testRedisUrl(),
    secret: 'a secret for tests that is long enough',
    logLevel: 'silent',
    lanes: 4,
    queuePrefix: uniquePrefix(),
    ...change,
  };
  await migrate(database.adminUri);
  await publishPrograms({ mongodbUri: config.mongodbUri, secret: config.secret });
  const first = await compose(config, 'api');
  const second = await compose(config, 'api');
  const workers: Workers[] = [];
  return {
    database,
    config,
    services: [first, second],
    api: createUseCases(first),
    otherApi: createUseCases(second),
    startWorkers: () => {
      for (const service of [first, second]) workers.push(createServiceWorkers(service, config, 2));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([first.close(), second.close()]);
      await database.drop();
    },
  };
}

let counter = 0;

/** A CloudEvent of `anumi`, `at` days from now (negative: ago). */
export function cloudEvent(
  type: string,
  data: object,
  atDays = -1,
  id = `e${(counter += 1)}`,
): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: '/journeys',
    type: `redress.${type}`,
    time: new Date(Date.now() + atDays * DAY_MS).toISOString(),
    data: { program: 'anumi', ...data },
  };
}

/** Sends events as http would after decoding. */
export function send(api: UseCases, ...raws: Record<string, unknown>[]): Promise<EventReply> {
  const events = raws.map((raw, index) => {
    const decoded = decodeEvent(raw);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    return { index, event: decoded.event, raw };
  });
  return api.ingestEvents(events, [], ACTOR);
}

/** A claim of customer `c` on order `o` for cash, unless said otherwise. */
export function claimRequest(change: Record<string, unknown> = {}): ClaimRequest {
  return claimRequestSchema.parse({
    program: 'anumi',
    customerId: 'c',
    subject: { type: 'order', id: 'o' },
    reason: 'unused_credits',
    remedy: 'cash',
    channel: 'web_support',
    fields: { orderId: 'receipt', description: 'please help' },
    ...change,
  });
}

/** Files one claim under an idempotency key of its own, or the given one; throws what it is refused with. */
export async function file(
  api: UseCases,
  request: ClaimRequest,
  key = `k${(counter += 1)}`,
): Promise<Answered<ClaimReply>> {
  const [answer] = await api.fileClaims([
    {
      request,
      idempotencyKey: key,
      bodyDigest: sha256Hex(JSON.stringify(request)),
      actor: ACTOR,
    },
  ]);
  if (answer === undefined || answer instanceof AppError) throw answer ?? new Error('no answer');
  return answer;
}

/** The usual beginnings: a customer with a profile and a paid order of 100 credits for 9.99 EUR. */
export function customerWithOrder(
  customerId = 'c',
  orderId = 'o',
  change: Record<string, unknown> = {},
): Record<string, unknown>[] {
  return [
    cloudEvent(
      'customer.updated',
      {
        customerId,
        emails: [`${customerId}@example.test`],
        country: 'US',
        isConsumer: true,
        timezone: 'UTC',
        locale: 'en',
      },
      -30,
    ),
    cloudEvent(
      'order.paid',
      {
        orderId,
        customerId,
        walletId: `w-${customerId}`,
        sku: 'pack',
        credits: 100,
        amountMinor: 999,
        currency: 'EUR',
        provider: 'sandbox',
        paymentRef: `sbx_ok_${orderId}`,
        payerEmail: `${customerId}@example.test`,
        ...change,
      },
      -3,
    ),
  ];
}

/** Longer than a lease of 30 s: what a slow or dead holder had is taken over after it. */
const PATIENCE_MS = 40_000;

/** Asks until `check` answers something else than null, or throws after 40 s. */
export async function eventually<T>(check: () => Promise<T | null>, what: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await check();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`did not happen within ${PATIENCE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Posts by hand what the outbox holds about decisions, as a worker would. */
export async function postOutcomes({ outcomes, stores }: Service): Promise<void> {
  const messages = await stores.outbox.lease('outcome', 500, FAR, 0);
  await applyOutcomes(
    outcomes,
    messages.map((message) => message.id),
  );
}

/** Sends by hand the payouts that wait, as a worker would. Answers how many had to be parked. */
export async function sendPayouts({ payouts, stores }: Service): Promise<number> {
  const messages = await stores.outbox.lease('payout', 500, FAR, 0);
  const results = await Promise.allSettled(messages.map((message) => sendPayout(payouts, message.id)));
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  for (const error of failed) if (!(error instanceof ParkMessage)) throw error;
  return failed.length;
}

/** Lines of `verify` that tell of something wrong. */
export async function findViolations({ stores, clock }: Service): Promise<string[]> {
  const lines: string[] = [];
  await verifyLedger({ audits: stores.audits, clock, print: (line) => lines.push(line) });
  return lines.filter((line) => line.startsWith('✗'));
}

/** Payouts of a case, newest first. */
export async function payoutsOf(api: UseCases, caseId: string): Promise<readonly PayoutView[]> {
  return (await api.listPayouts({ from: 0, to: 9, sort: ['createdAt', 'DESC'], filter: { caseId } })).items;
}
