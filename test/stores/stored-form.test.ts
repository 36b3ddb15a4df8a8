import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSeal } from '../../server/core/audit/canonical-document.ts';
import { COLLECTIONS } from '../../server/stores/collections.ts';
import { sampleHistory } from '../suites/sample-history.ts';
import { keyOf, NOON, sampleUnit } from '../suites/sample-documents.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

const SECRET_WORDS = 'my cat walked over the keyboard';

describe('what is stored', () => {
  let harness: StoreHarness;
  beforeAll(async () => {
    harness = await openStoreHarness();
    await harness.stores.units.commit(sampleHistory());
    await harness.stores.units.commit(
      sampleUnit({
        personal: [{ id: 'p1', owner: keyOf('ada'), kind: 'claim_words', content: { words: SECRET_WORDS }, at: NOON }],
      }),
    );
  });
  afterAll(() => harness.close());

  it('is sealed, each document under its own digest, all of a unit in one journal', async () => {
    const decisions = await harness.admin.collection('decisions').find().toArray();
    const entries = await harness.admin.collection('ledgerEntries').find().toArray();
    const audits = await harness.admin.collection('auditEvents').find().toArray();
    const journals = await harness.admin.collection('journals').find().toArray();
    const sealed = [...decisions, ...entries, ...audits];
    expect([...sealed, ...journals].every(checkSeal)).toBe(true);
    expect(journals).toHaveLength(1);
    const { documents } = JSON.parse(journals[0]?.body ?? '{}') as { documents: string[][] };
    const listed = documents.map((document) => document.join(' '));
    expect(new Set(listed)).toEqual(new Set(sealed.map(({ kind, _id, digest }) => `${kind} ${_id} ${digest}`)));
    expect(listed).toHaveLength(sealed.length);
  });

  it('holds no personal data in the clear, anywhere', async () => {
    const db = harness.admin.client.db(harness.admin.connection.name);
    for (const name of Object.values(COLLECTIONS)) {
      for await (const row of db.collection(name).find()) {
        const bytes = Object.values(row).map((value: unknown) =>
          value instanceof Object && 'buffer' in value
            ? Buffer.from(value.buffer as Uint8Array).toString('latin1')
            : JSON.stringify(value),
        );
        expect(bytes.join(' ')).not.toContain(SECRET_WORDS);
      }
    }
  });

  it('lets an answer to a request end after 400 days', async () => {
    const record = {
      scope: 'anumi POST /claims',
      key: 'k',
      bodyDigest: 'x',
      status: 201,
      response: '{}',
      createdAt: NOON,
    };
    await harness.stores.units.commit(sampleUnit({ idempotency: [record] }));
    const [row] = await harness.admin.collection('idempotency').find().toArray();
    expect(row?.expiresOn).toEqual(new Date(NOON + 400 * 86_400_000));
  });

  it('is changed by no port where it must not be', () => {
    const { policies, calendars, reads, audits } = harness.stores;
    const verbs = [policies, calendars, reads, audits]
      .flatMap((port) => Object.keys(port))
      .map((method) => /^[a-z]+/.exec(method)?.[0]);
    expect(new Set(verbs)).toEqual(new Set(['load', 'find', 'list', 'append', 'open']));
  });
});
