import type { z } from 'zod';
import type { EVENT_DATA_SCHEMAS, EventType } from '../../contract/events/event-data.ts';
import type { claimRequestSchema, informationRequestSchema } from '../../contract/http/claim-request.ts';

/** Source of every demonstration event. */
export const DEMO_SOURCE = '/redress/demo';

/** What every id of demonstration data begins with. */
export const DEMO_PREFIX = 'demo-';

/** Data of an event as it is sent. */
export type DataToSend<T extends EventType> = z.input<(typeof EVENT_DATA_SCHEMAS)[T]>;

/** One domain event in CloudEvents' JSON form. `time` is RFC 3339. */
export interface DemoEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: typeof DEMO_SOURCE;
  readonly type: EventType;
  readonly time: string;
  readonly data: DataToSend<EventType>;
}

/** What a customer sends later, where the claim left something open. */
export interface DemoInformation {
  readonly key: string;
  readonly body: z.input<typeof informationRequestSchema>;
}

/** One claim: `key` is its Idempotency-Key, `sentAt` epoch ms. `information` is sent where the case asks for it. */
export interface DemoClaim {
  readonly key: string;
  readonly sentAt: number;
  readonly body: z.input<typeof claimRequestSchema>;
  readonly information?: DemoInformation;
}

/**
 * What happened, in the order in which it happened. `refused` counts the events that are meant to be refused, because
 * a history without a mistake is not believable.
 */
export interface DemoHistory {
  readonly startAt: number;
  readonly endAt: number;
  readonly events: readonly DemoEvent[];
  readonly claims: readonly DemoClaim[];
  readonly refused: number;
}
