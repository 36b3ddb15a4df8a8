import type { BenchEvent } from './support-http.ts';
import type { BenchService } from './support-service.ts';

const BATCH = 500;
const HOUR_MS = 3_600_000;
const CREDITS = 4;

/** Customers of one round, each with an order and one generation that was charged. */
export interface Lives {
  readonly program: string;
  readonly ids: readonly string[];
  readonly chargedAt: number;
}

let rounds = 0;

/** Reports so many new customers, their order and their generation; `succeeded`: the generation too. */
export async function createLives(
  { client }: BenchService,
  program: string,
  count: number,
  succeeded: boolean,
): Promise<Lives> {
  rounds += 1;
  const ids = Array.from({ length: count }, (_, index) => `bench-${rounds}-${index}`);
  const chargedAt = Date.now() - HOUR_MS;
  const lives = { program, ids, chargedAt };
  const events = ids.flatMap((id) => [
    report(lives, id, 'order.paid', -HOUR_MS, {
      orderId: `${id}-order`,
      customerId: id,
      walletId: `${id}-wallet`,
      sku: 'pack-100',
      credits: 100,
      amountMinor: 999,
      currency: 'EUR',
      provider: 'sandbox',
      paymentRef: `sbx_ok_${id}`,
    }),
    report(lives, id, 'generation.charged', 0, {
      generationId: `${id}-generation`,
      customerId: id,
      walletId: `${id}-wallet`,
      actorId: id,
      feature: 'portrait',
      platform: 'web',
      credits: CREDITS,
      requestedStyle: 'oil',
    }),
    ...(succeeded
      ? [
          report(lives, id, 'generation.succeeded', 30_000, {
            generationId: `${id}-generation`,
            deliverables: ['result-1'],
            deliveredStyle: 'ink',
          }),
        ]
      : []),
  ]);
  for (let first = 0; first < events.length; first += BATCH) {
    await client.sendEvents(events.slice(first, first + BATCH));
  }
  return lives;
}

/** The failure of a customer's generation. */
export function reportFailure(lives: Lives, id: string): BenchEvent {
  return report(lives, id, 'generation.failed', 60_000, {
    generationId: `${id}-generation`,
    failure: { class: 'internal', source: 'app', confirmedBy: ['app'], reason: 'benchmark' },
  });
}

/** A claim that is granted: the result lacks resemblance, and it is shown. */
export function buildClaim({ program }: Lives, id: string): object {
  return {
    program,
    customerId: id,
    subject: { type: 'generation', id: `${id}-generation` },
    reason: 'poor_quality',
    issue: 'no_resemblance',
    remedy: 'credits',
    channel: 'api',
    fields: { description: 'The person in the picture is somebody else.' },
    evidence: [{ kind: 'output_reference', ref: `https://example.test/${id}.png` }],
  };
}

/** Waits until all effects are posted: until then no message is open. */
export async function waitUntilPosted({ db }: BenchService): Promise<void> {
  while ((await db.collection('outbox').countDocuments({}, { limit: 1 })) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Demands that all credits are back: a benchmark that skipped its work would be the quickest of all. */
export async function demandRestored({ db }: BenchService, { program, ids }: Lives): Promise<void> {
  const keys = ids.map((id) => `${program}/${id}-order`);
  const lots = db.collection<{ _id: string; restored: number }>('lots');
  const restored = await lots.countDocuments({ _id: { $in: keys }, restored: CREDITS });
  if (restored !== ids.length) throw new Error(`credits are back in ${restored} of ${ids.length} wallets`);
}

function report(
  { program, chargedAt }: Lives,
  id: string,
  type: string,
  laterMs: number,
  data: Record<string, unknown>,
): BenchEvent {
  return {
    specversion: '1.0',
    id: `${id}-${type}`,
    source: '/bench',
    type: `redress.${type}`,
    time: new Date(chargedAt + laterMs).toISOString(),
    data: { program, ...data },
  };
}
