import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import type { DemoClaim, DemoEvent, DemoInformation } from './history.ts';

const eventReply = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
});
const claimReply = z.object({
  case: z.object({ id: z.string(), status: z.string() }),
  decision: z.object({ disposition: z.enum(DISPOSITIONS) }),
});

/** What became of a batch of events. */
type EventAnswer = z.output<typeof eventReply>;
/** A case and its decision, as far as the history looks at them. */
export type ClaimAnswer = z.output<typeof claimReply>;

/** The service as the history talks to it: like any program that integrates it. */
export interface DemoClient {
  sendEvents(events: readonly DemoEvent[]): Promise<EventAnswer>;
  fileClaim(claim: DemoClaim): Promise<ClaimAnswer>;
  supplyInformation(caseId: string, information: DemoInformation): Promise<ClaimAnswer>;
}

/** How long a service that restarts is waited for, ms. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

interface Call {
  readonly path: string;
  readonly contentType: string;
  readonly body: unknown;
  readonly idempotencyKey?: string;
}

/**
 * A client of the public HTTP API. What it sends is safe to send again, so it tries again while the service is away
 * or busy; after a minute, and on any refusal, it throws with the answer.
 */
export function createDemoClient(baseUrl: string, apiKey: string): DemoClient {
  const post = async <Shape extends z.ZodType>(shape: Shape, call: Call): Promise<z.output<Shape>> => {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await send(baseUrl, apiKey, call);
      if (answer.kind === 'answered') return shape.parse(JSON.parse(answer.text));
      if (answer.kind === 'refused' || Date.now() > until) throw new Error(`${call.path}: ${answer.text}`);
      await pause(PAUSE_MS);
    }
  };
  const json = 'application/json';
  return {
    sendEvents: (events) =>
      post(eventReply, {
        path: '/api/events',
        contentType: 'application/cloudevents-batch+json',
        body: events,
      }),
    fileClaim: ({ key, body }) =>
      post(claimReply, { path: '/api/claims', contentType: json, body, idempotencyKey: key }),
    supplyInformation: (caseId, { key, body }) =>
      post(claimReply, {
        path: `/api/cases/${encodeURIComponent(caseId)}/information`,
        contentType: json,
        body,
        idempotencyKey: key,
      }),
  };
}

interface Answer {
  readonly kind: 'answered' | 'busy' | 'refused';
  readonly text: string;
}

async function send(baseUrl: string, apiKey: string, call: Call): Promise<Answer> {
  try {
    const response = await fetch(`${baseUrl}${call.path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${apiKey}`,
        'Content-Type': call.contentType,
        ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
      },
      body: JSON.stringify(call.body),
    });
    const text = await response.text();
    if (response.ok) return { kind: 'answered', text };
    // Conflict is among them: other changes to the same customer got in the way, and nothing was written.
    const busy = [409, 429, 502, 503, 504].includes(response.status) && !text.includes('IDEMPOTENCY_KEY_REUSED');
    return { kind: busy ? 'busy' : 'refused', text: `${response.status} ${text.slice(0, 1_000)}` };
  } catch (error) {
    return { kind: 'busy', text: `no answer (${String(error)})` };
  }
}
