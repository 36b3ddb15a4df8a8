import { describe, expect, it } from 'vitest';
import { decodeEvent, nameEvent } from '../../../server/contract/events/domain-event.ts';
import { EVENT_TYPES } from '../../../server/contract/events/event-data.ts';
import type { EventType } from '../../../server/contract/events/event-data.ts';

/** One full example of the data of each type; `program` is added. */
const EXAMPLES: Readonly<Record<EventType, Readonly<Record<string, unknown>>>> = {
  'redress.customer.updated': {
    customerId: 'c',
    emails: ['a@b.test'],
    phone: '+1 555 0100',
    country: 'US',
    isConsumer: true,
    timezone: 'America/New_York',
    locale: 'en-US',
  },
  'redress.account.status_changed': { customerId: 'c', status: 'banned' },
  'redress.order.paid': {
    orderId: 'o',
    customerId: 'c',
    walletId: 'w',
    sku: 's',
    credits: 0,
    amountMinor: 0,
    taxMinor: 0,
    currency: 'JPY',
    provider: 'alipay',
    paymentRef: 'p',
    method: 'card',
    payerEmail: 'a@b.test',
    withdrawalWaiver: { textVersion: 'v1', acceptedAt: '2026-01-01T00:00:00Z' },
  },
  'redress.order.payment_error': { orderId: 'o', errorRef: 'e', duplicateOfOrderId: 'o2' },
  'redress.order.refunded_externally': { orderId: 'o', amountMinor: 1, currency: 'EUR', providerRefundId: 'r' },
  'redress.credits.granted': { customerId: 'c', walletId: 'w', lotId: 'l', credits: 1, source: 'trial' },
  'redress.generation.charged': {
    generationId: 'g',
    customerId: 'c',
    walletId: 'w',
    actorId: 'c',
    feature: 'f',
    platform: 'ios',
    surface: 'batch_editor',
    credits: 5,
    quotedCredits: 4,
    requestedStyle: 'oil',
  },
  'redress.generation.succeeded': {
    generationId: 'g',
    deliverables: ['a.png'],
    deliveredStyle: 'oil',
    unusableScore: 100,
    guidelineViolation: false,
  },
  'redress.generation.failed': {
    generationId: 'g',
    failure: { class: 'content_policy', source: 'app', confirmedBy: ['app', 'provider'], reason: 'no' },
  },
  'redress.generation.delivered': { generationId: 'g', how: 'saved' },
  'redress.generation.blocked': { generationId: 'g', customerId: 'c', walletId: 'w', feature: 'f' },
  'redress.incident.opened': { incidentId: 'i', severity: 'complete' },
  'redress.incident.closed': { incidentId: 'i', severity: 'partial', remedyOffered: true },
  'redress.dispute.opened': { disputeId: 'd', orderId: 'o' },
  'redress.dispute.closed': { disputeId: 'd', orderId: 'o', outcome: 'won' },
};

function envelop(type: string, data: unknown): Record<string, unknown> {
  return { specversion: '1.0', id: 'e1', source: 'urn:shop', type, time: '2026-01-01T00:00:00Z', data };
}

describe.each(EVENT_TYPES)('%s', (type) => {
  const data = { program: 'anumi', ...EXAMPLES[type] };

  it('is decoded whole', () => {
    const decoded = decodeEvent(envelop(type, data));
    expect(decoded).toMatchObject({
      ok: true,
      event: { type, program: 'anumi', eventKey: 'anumi/urn%3Ashop/e1', time: Date.UTC(2026, 0, 1) },
    });
  });

  it.each(['program', ...Object.keys(EXAMPLES[type])])('judges %s', (field) => {
    const decoded = decodeEvent(envelop(type, { ...data, [field]: { not: 'this' } }));
    expect(decoded.ok ? [] : decoded.errors.map(({ pointer }) => pointer)).toContainEqual(
      expect.stringContaining(`/data/${field}`),
    );
  });

  it('refuses fields that it does not know', () => {
    expect(decodeEvent(envelop(type, { ...data, extra: 1 }))).toEqual({
      ok: false,
      errors: [{ pointer: '/data/extra', code: 'unknown_field', message: 'is not a field of this request' }],
    });
  });
});

describe('events', () => {
  it('have defaults filled in and instants decoded', () => {
    const { surface: _surface, ...charged } = EXAMPLES['redress.generation.charged'];
    expect(decodeEvent(envelop('redress.generation.charged', { program: 'anumi', ...charged }))).toMatchObject({
      event: { data: { surface: 'single' } },
    });
    expect(
      decodeEvent(envelop('redress.order.paid', { program: 'anumi', ...EXAMPLES['redress.order.paid'] })),
    ).toMatchObject({ event: { data: { withdrawalWaiver: { acceptedAt: Date.UTC(2026, 0, 1) } } } });
  });

  it('take extension attributes of every type that CloudEvents has', () => {
    const extensions = { traceparent: '00-1', sampledrate: 3, replayed: true, nothing: null };
    expect(
      decodeEvent({
        ...envelop('redress.dispute.opened', { program: 'anumi', disputeId: 'd', orderId: 'o' }),
        ...extensions,
      }),
    ).toMatchObject({ ok: true });
  });

  it('of two sources never share an identity', () => {
    expect(nameEvent('p', 'a', 'b/c')).not.toBe(nameEvent('p', 'a/b', 'c'));
  });

  it.each([null, 7, 'text', [], {}])('%j is none', (raw) => {
    expect(decodeEvent(raw).ok).toBe(false);
  });

  it('list at most 20 errors', () => {
    const extra = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`x${index}`, 1]));
    const decoded = decodeEvent(
      envelop('redress.dispute.opened', { program: 'anumi', disputeId: 'd', orderId: 'o', ...extra }),
    );
    expect(decoded.ok ? 0 : decoded.errors.length).toBe(20);
  });
});
