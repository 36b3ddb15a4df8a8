import { z } from 'zod';

const RETRY_MS = 200;
const GIVE_UP_MS = 60_000;
const CREDITS = 100;
const replySchema = z.looseObject({ rejected: z.array(z.unknown()) });

/** What the load saw. Times in ms. */
export interface LoadReport {
  /** Failures that were acknowledged with 200. */
  readonly acknowledged: readonly string[];
  /** Requests that were refused or broke off, by what happened. */
  readonly errors: Readonly<Record<string, number>>;
  readonly retries: number;
  /** Failures that were never acknowledged. */
  readonly givenUp: number;
  /** Longest time without any acknowledgement. */
  readonly longestGapMs: number;
}

/** Where the load goes, and how much of it. */
export interface LoadPlan {
  readonly baseUrls: readonly string[];
  readonly apiKey: string;
  readonly durationMs: number;
  readonly concurrency: number;
}

/**
 * Sends failed generations, each with its customer and order, to all APIs in turn. What breaks off is sent again with
 * the same identity until it is acknowledged, as an integrating program should.
 */
export async function runLoad(plan: LoadPlan): Promise<LoadReport> {
  const acknowledged: string[] = [];
  const errors: Record<string, number> = {};
  let retries = 0;
  let givenUp = 0;
  let sequence = 0;
  let lastAt = Date.now();
  let longestGapMs = 0;
  const run = Date.now().toString(36);
  const end = Date.now() + plan.durationMs;

  const deliver = async (id: string): Promise<boolean> => {
    const from = Date.now();
    // Made once: the same identity with another body would be refused.
    const events = failedGeneration(id, from);
    for (let attempt = 0; Date.now() - from < GIVE_UP_MS; attempt += 1) {
      const base = plan.baseUrls[(sequence + attempt) % plan.baseUrls.length] ?? '';
      const problem = await send(base, plan.apiKey, events);
      if (problem === null) return true;
      errors[problem] = (errors[problem] ?? 0) + 1;
      retries += 1;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (1 + Math.random())));
    }
    return false;
  };
  const lane = async (): Promise<void> => {
    while (Date.now() < end) {
      const id = `topology-${run}-${(sequence += 1)}`;
      if (await deliver(id)) {
        acknowledged.push(id);
        longestGapMs = Math.max(longestGapMs, Date.now() - lastAt);
        lastAt = Date.now();
      } else givenUp += 1;
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, lane));
  return { acknowledged, errors, retries, givenUp, longestGapMs };
}

/**
 * Counts the acknowledged failures whose credits are not back, or back twice.
 * @param waitMs how long effects may take
 */
export async function countLost(
  plan: Pick<LoadPlan, 'baseUrls' | 'apiKey'>,
  ids: readonly string[],
  waitMs: number,
): Promise<number> {
  const end = Date.now() + waitMs;
  let open = [...ids];
  for (;;) {
    const settled = await mapLimited(open, 16, (id, index) =>
      isRestored(plan.baseUrls[index % plan.baseUrls.length] ?? '', plan.apiKey, id),
    );
    open = open.filter((_, index) => settled[index] !== true);
    if (open.length === 0 || Date.now() > end) return open.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function isRestored(base: string, apiKey: string, id: string): Promise<boolean> {
  const answer = await fetch(`${base}/api/wallets/anumi/wallet-${id}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  }).catch(() => null);
  if (answer?.status !== 200) return false;
  const wallet = z.looseObject({ balance: z.number() }).safeParse(await answer.json());
  return wallet.success && wallet.data.balance === CREDITS;
}

/** @returns null when acknowledged, else what happened */
async function send(base: string, apiKey: string, events: readonly unknown[]): Promise<string | null> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/cloudevents-batch+json' };
  try {
    const answer = await fetch(`${base}/api/events`, {
      method: 'POST',
      headers,
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (answer.status !== 200) return `HTTP ${answer.status}`;
    return replySchema.parse(JSON.parse(text)).rejected.length === 0 ? null : 'rejected';
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

/** A customer pays, is charged for a generation, and it fails: the order of events of one bad minute. */
function failedGeneration(id: string, now: number): unknown[] {
  const ids = { customerId: `customer-${id}`, walletId: `wallet-${id}` };
  const event = (type: string, agoMs: number, data: Record<string, unknown>): unknown => ({
    specversion: '1.0',
    id: `${id}-${type}`,
    source: '/topology',
    type: `redress.${type}`,
    time: new Date(now - agoMs).toISOString(),
    datacontenttype: 'application/json',
    data: { program: 'anumi', ...data },
  });
  return [
    event('order.paid', 180_000, {
      ...ids,
      orderId: `order-${id}`,
      sku: 'pack-100',
      credits: CREDITS,
      amountMinor: 999,
      currency: 'EUR',
      provider: 'sandbox',
      paymentRef: `sbx_ok_${id}`,
    }),
    event('generation.charged', 120_000, {
      ...ids,
      generationId: `generation-${id}`,
      actorId: ids.customerId,
      feature: 'avatar',
      platform: 'web',
      credits: 5,
    }),
    event('generation.failed', 60_000, {
      generationId: `generation-${id}`,
      failure: { class: 'ai_empty', source: 'app', confirmedBy: ['app'] },
    }),
  ];
}

async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return results;
}
