import { describe, expect, it } from 'vitest';
import { HIDDEN_TEXT, maskEvent } from '../../../server/core/events/mask-event.ts';

describe('an event as people see it', () => {
  it('keeps what its faults are about', () => {
    const event = {
      specversion: '1.0',
      id: 'e-1',
      source: '/shop',
      type: 'redress.order.paid',
      time: '2026-11-20T12:00:00+01:00',
      data: {
        program: 'anumi',
        orderId: 'o#1',
        credits: -1,
        amountMinor: 9.5,
        currency: 'EURO',
        tags: ['a', true, null],
      },
    };
    expect(maskEvent(event)).toEqual(event);
  });

  it('hides words, addresses and numbers to call, wherever they stand', () => {
    const masked = JSON.stringify(
      maskEvent({
        data: {
          emails: ['ada@example.test'],
          emial: 'ada@example.test',
          phone: 491512345678,
          mobile: '+491512345678',
          handy: '13912345678',
          payerEmail: { home: 'ada@example.test' },
          extra: 'I no longer need it',
          failure: { class: 'internal', reason: 'timeout' },
        },
      }),
    );
    expect(masked).not.toMatch(/ada|4915|1391|longer|timeout/);
    expect(masked).toContain('"class":"internal"');
    expect(masked).toContain(HIDDEN_TEXT);
  });

  it('hides names of fields that are no plain words', () => {
    expect(maskEvent({ 'who@example.test': 1 })).toEqual({ [HIDDEN_TEXT]: 1 });
  });

  it('shows what is no object as it is, and nothing of words', () => {
    expect([maskEvent(null), maskEvent(7), maskEvent('hello you'), maskEvent([1, 'two words'])]).toEqual([
      null,
      7,
      HIDDEN_TEXT,
      [1, HIDDEN_TEXT],
    ]);
  });
});
