import { expect, it } from 'vitest';
import { generateApiKeySecret, hashApiKeySecret } from '../../server/providers/api-key-secret.ts';
import { createTelemetry } from '../../server/providers/telemetry.ts';
import { createIds } from '../../server/providers/ulids.ts';
import { createVaultCipher } from '../../server/providers/vault-cipher.ts';

const SECRET = 'a master secret of more than thirty-two characters';

it('ids grow, though the clock stands or steps back', () => {
  let now = 1_772_366_400_000;
  const ids = createIds({ now: () => now });
  const made = Array.from({ length: 200 }, (_, index) => {
    now -= index % 3;
    return ids.next();
  });
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(200);
  expect(made[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

it('key secrets are random, known by their beginning and stored as SHA-256', () => {
  const secret = generateApiKeySecret();
  expect(secret).toMatch(/^rdr_[\w-]{43}$/);
  expect(generateApiKeySecret()).not.toBe(secret);
  expect(hashApiKeySecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('the vault opens for the same owner and row alone', () => {
  const vault = createVaultCipher(SECRET);
  const key = vault.createKey('anumi/c');
  const sealed = vault.seal(key, 'anumi/c', 'row', 'Jane ✓');
  expect(vault.open(key, 'anumi/c', 'row', sealed)).toBe('Jane ✓');
  expect(Buffer.from(sealed).includes('Jane')).toBe(false);
  expect(() => vault.open(key, 'anumi/c', 'other', sealed)).toThrow();
  expect(() => vault.open(key, 'anumi/d', 'row', sealed)).toThrow();
  expect(() => createVaultCipher(`${SECRET}!`).open(key, 'anumi/c', 'row', sealed)).toThrow();
  const forged = Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
  expect(() => vault.open(key, 'anumi/c', 'row', forged)).toThrow();
});

it('measures are counted, gauges are asked at each scrape, and a source that fails leaves its own out', async () => {
  let isQueueAway = false;
  const telemetry = createTelemetry({
    measureOutbox: async () => [{ topic: 'outcome', open: 3, dead: 1, oldestMs: 1_500 }],
    countPayouts: async () => [{ provider: 'sandbox', status: 'submitted', count: 7 }],
    measureQueues: async () => {
      if (isQueueAway) throw new Error('away');
      return [{ queue: 'outcomes', waiting: 2, active: 1, delayed: 0, failed: 0 }];
    },
    readDriftMs: () => 250,
  });
  telemetry.countClaims('anumi', 'granted', 2);
  telemetry.observeDecision('anumi', 0.000_02);
  const { text, contentType } = await telemetry.render();
  expect(contentType).toContain('text/plain');
  for (const line of [
    'redress_claims_total{program="anumi",disposition="granted"} 2',
    'redress_outbox_oldest_seconds{topic="outcome"} 1.5',
    'redress_dead_letters{topic="outcome"} 1',
    'redress_payouts{provider="sandbox",status="submitted"} 7',
    'redress_queue_jobs{queue="outcomes",state="waiting"} 2',
    'redress_clock_drift_seconds 0.25',
    'redress_decision_duration_seconds_count{program="anumi"} 1',
  ])
    expect(text).toContain(line);
  isQueueAway = true;
  const again = (await telemetry.render()).text;
  expect(again).not.toContain('redress_queue_jobs{');
  expect(again).toContain('redress_outbox_open{topic="outcome"} 3');
});
