import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSeal, digestOf, sealDocument } from '../../../server/core/audit/canonical-document.ts';

const sealed = sealDocument({
  id: 'd1',
  program: 'anumi',
  kind: 'decision',
  schema: 1,
  at: 5,
  body: { b: 'é', a: [1] },
});

describe('sealDocument', () => {
  it('keeps the envelope and stores the body as canonical text', () => {
    expect(sealed).toMatchObject({ _id: 'd1', program: 'anumi', kind: 'decision', schema: 1, at: 5 });
    expect(sealed.body).toBe('{"a":[1],"b":"é"}');
  });

  it('digests kind, newline, body in UTF-8', () => {
    expect(sealed.digest).toBe(createHash('sha256').update('decision\n{"a":[1],"b":"é"}', 'utf8').digest('hex'));
  });

  it('gives equal bodies of two kinds two digests', () => {
    expect(digestOf('decision', sealed.body)).not.toBe(digestOf('record', sealed.body));
  });
});

describe('checkSeal', () => {
  it('sees a changed body, kind or digest', () => {
    expect(checkSeal(sealed)).toBe(true);
    expect(checkSeal({ ...sealed, body: '{"a":[2],"b":"é"}' })).toBe(false);
    expect(checkSeal({ ...sealed, kind: 'record' })).toBe(false);
    expect(checkSeal({ ...sealed, digest: sealed.digest.replace(/^./, 'g') })).toBe(false);
  });
});
