import { describe, expect, it } from 'vitest';
import { buildEvent, buildFile, NOON, play } from '../../builders/working-file.ts';

const updated = (change: object, time: number) =>
  buildEvent('customer.updated', { customerId: 'c', emailHashes: ['h'], ...change }, time);

describe('a profile', () => {
  it('is the same whatever the order of its events, each field by its own newest', () => {
    const events = [
      updated({ country: 'DE', isConsumer: true, phoneHash: 'p' }, NOON),
      updated({ emailHashes: ['h2'], timezone: 'Europe/Paris', locale: 'fr' }, NOON + 1),
      updated({ emailHashes: ['h3'], country: 'FR' }, NOON + 2),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      const file = buildFile();
      for (const index of order) {
        const event = events[index];
        if (event !== undefined) play(file, event);
      }
      expect(file.customer).toMatchObject({
        emailHashes: ['h3'],
        phoneHashes: ['p'],
        country: 'FR',
        isConsumer: true,
        zone: 'Europe/Paris',
        locale: 'fr',
      });
    }
  });

  it('of two events at one instant takes the later arrival', () => {
    const file = buildFile();
    play(file, updated({ country: 'DE' }, NOON), updated({ country: 'FR' }, NOON));
    expect(file.customer.country).toBe('FR');
  });
});
