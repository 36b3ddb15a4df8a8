import type { WorkingFile as File } from '../../server/core/customers/working-file.ts';
import { WorkingFile } from '../../server/core/customers/working-file.ts';
import { applyEvent } from '../../server/core/events/apply-event.ts';
import type { CoreEvent, CoreEventOf, EventData } from '../../server/core/events/domain-event.ts';
import type { EventOutcome } from '../../server/core/events/event-outcome.ts';

/** The instant around which tests play, epoch ms. */
export const NOON = Date.UTC(2026, 5, 15, 12);

let counter = 0;

/** An event of the program `anumi` with an id of its own; `time` defaults to NOON. */
export function buildEvent<K extends keyof EventData>(kind: K, data: EventData[K], time = NOON): CoreEventOf<K> {
  counter += 1;
  return { kind, program: 'anumi', eventKey: `anumi/test/${counter}`, time, receivedAt: NOON, data };
}

/** An empty file of the customer `c`. */
export function buildFile(): File {
  return WorkingFile.create('anumi', 'c');
}

/** A paid order of 100 credits for 9.99 EUR in wallet `w`, unless said otherwise. */
export function orderPaid(change: Partial<EventData['order.paid']> = {}, time = NOON): CoreEvent {
  return buildEvent(
    'order.paid',
    {
      orderId: 'o',
      customerId: 'c',
      walletId: 'w',
      sku: 'pack',
      credits: 100,
      amountMinor: 999,
      currency: 'EUR',
      provider: 'sandbox',
      paymentRef: 'sbx_ok',
      ...change,
    },
    time,
  );
}

/** A charge of 5 credits for the generation `g`, unless said otherwise. */
export function charged(change: Partial<EventData['generation.charged']> = {}, time = NOON + 1_000): CoreEvent {
  return buildEvent(
    'generation.charged',
    { generationId: 'g', customerId: 'c', walletId: 'w', feature: 'avatar', surface: 'single', credits: 5, ...change },
    time,
  );
}

/** A failure of the generation `g` that the app confirmed. */
export function failed(time = NOON + 2_000, confirmedBy: string[] = ['app']): CoreEvent {
  return buildEvent(
    'generation.failed',
    { generationId: 'g', failure: { class: 'internal', source: 'app', confirmedBy } },
    time,
  );
}

/** Applies events in order and answers the last outcome. */
export function play(file: File, ...events: CoreEvent[]): EventOutcome {
  const outcomes = events.map((event) => applyEvent(file, event));
  const last = outcomes.at(-1);
  if (last === undefined) throw new Error('nothing was played');
  return last;
}
