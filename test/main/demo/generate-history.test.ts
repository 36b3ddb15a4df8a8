import { describe, expect, it } from 'vitest';
import { decodeEvent } from '../../../server/contract/events/domain-event.ts';
import { EVENT_TYPES } from '../../../server/contract/events/event-data.ts';
import { claimRequestSchema, informationRequestSchema } from '../../../server/contract/http/claim-request.ts';
import { CLAIM_CHANNELS, CLAIM_REASONS, SUBJECT_TYPES } from '../../../server/core/cases/claim.ts';
import { generateHistory } from '../../../server/main/demo/generate-history.ts';
import { DEMO_SOURCE } from '../../../server/main/demo/history.ts';

const END_AT = Date.UTC(2026, 10, 21, 3);
const DAY_MS = 86_400_000;
const history = generateHistory(7, END_AT, 1);
const dataOf = (type: string): Record<string, unknown>[] =>
  history.events.filter((event) => event.type === type).map(({ data }) => ({ ...data }));
const distinct = (values: readonly unknown[]): number => new Set(values).size;

describe('the demonstration history', () => {
  it('is the same for the same seed and instant, and another for another seed', () => {
    const again = generateHistory(7, END_AT, 0.02);
    expect(generateHistory(7, END_AT, 0.02)).toEqual(again);
    expect(generateHistory(8, END_AT, 0.02).events).not.toEqual(again.events);
  });

  it('tells the same lives at a smaller scale, only fewer', () => {
    const ids = new Set(history.events.map(({ id }) => id));
    const small = generateHistory(7, END_AT, 0.05);
    expect(small.events.length).toBeLessThan(history.events.length / 15);
    expect(small.events.every(({ id }) => ids.has(id))).toBe(true);
  });

  it('fits the contract, event by event and claim by claim', () => {
    const faults = [
      ...history.events.flatMap((event) => {
        const decoded = decodeEvent(event);
        return decoded.ok ? [] : [{ event, errors: decoded.errors }];
      }),
      ...history.claims.flatMap(({ key, body, information }) => [
        ...(claimRequestSchema.safeParse(body).success ? [] : [key]),
        ...(information === undefined || informationRequestSchema.safeParse(information.body).success ? [] : [key]),
      ]),
    ];
    expect(faults).toEqual([]);
  });

  it('has the size of three months of five programs', () => {
    const within = (count: number, about: number): void => {
      expect(count).toBeGreaterThan(about * 0.9);
      expect(count).toBeLessThan(about * 1.1);
    };
    within(dataOf('redress.customer.updated').length, 1_500);
    within(dataOf('redress.order.paid').length, 3_000);
    within(dataOf('redress.generation.charged').length, 8_000);
    within(history.claims.length, 1_200);
    const failed = dataOf('redress.generation.failed').length / dataOf('redress.generation.charged').length;
    expect(failed).toBeGreaterThan(0.05);
    expect(failed).toBeLessThan(0.15);
    expect(distinct(dataOf('redress.customer.updated').map(({ program }) => program))).toBe(5);
  });

  it('has claims of every kind, in both languages and several currencies', () => {
    const bodies = history.claims.map(({ body }) => body);
    expect(new Set(bodies.map(({ reason }) => reason))).toEqual(new Set(CLAIM_REASONS));
    expect(new Set(bodies.map(({ channel }) => channel))).toEqual(new Set(CLAIM_CHANNELS));
    expect(new Set(bodies.map(({ subject }) => subject.type))).toEqual(new Set(SUBJECT_TYPES));
    expect(new Set(bodies.map(({ locale }) => locale))).toEqual(new Set(['en', 'zh']));
    expect(distinct(dataOf('redress.order.paid').map(({ currency }) => currency))).toBeGreaterThanOrEqual(8);
    expect(history.claims.filter(({ information }) => information !== undefined).length).toBeGreaterThan(20);
  });

  it('has events of every type, and every behaviour of the sandbox', () => {
    expect(new Set(history.events.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
    const references = dataOf('redress.order.paid').map(({ paymentRef }) => String(paymentRef));
    for (const behaviour of ['sbx_fail_', 'sbx_late_fail_', 'sbx_pending_', 'sbx_unknown_']) {
      const count = references.filter((reference) => reference.startsWith(behaviour)).length;
      expect(count, behaviour).toBeGreaterThan(0);
      expect(count, behaviour).toBeLessThan(20);
    }
  });

  it('runs forward in time, within its three months', () => {
    const instants = history.events.map(({ time }) => Date.parse(time));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    const sentAt = history.claims.map((claim) => claim.sentAt);
    expect(sentAt).toEqual(sentAt.toSorted((a, b) => a - b));
    for (const ordered of [instants, sentAt]) {
      expect(ordered[0]).toBeGreaterThanOrEqual(history.startAt);
      expect(ordered.at(-1)).toBeLessThan(END_AT);
    }
    expect(END_AT - history.startAt).toBe(92 * DAY_MS);
  });

  it('is marked as a demonstration wherever something is named', () => {
    const named = history.events.flatMap(({ id, source, data }) => [
      id,
      source.replace(DEMO_SOURCE, 'demo-'),
      ...Object.entries(data).flatMap(([name, value]) =>
        /(customer|wallet|order|generation|lot|incident|dispute)Id$/.test(name) ? [String(value)] : [],
      ),
    ]);
    expect(named.filter((name) => !name.startsWith('demo-'))).toEqual([]);
    expect(history.claims.every(({ key }) => key.startsWith('demo-'))).toBe(true);
    const addresses = JSON.stringify(history).match(/[^"\s]+@[^"\s]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(1_500);
    expect(addresses.filter((address) => !address.endsWith('@example.test'))).toEqual([]);
  });

  it('names every event and every claim once', () => {
    expect(distinct(history.events.map(({ id }) => id))).toBe(history.events.length);
    expect(distinct(history.claims.map(({ key }) => key))).toBe(history.claims.length);
  });
});
