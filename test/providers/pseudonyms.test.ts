import { expect, it } from 'vitest';
import { createPseudonyms, normaliseEmail, normalisePhone } from '../../server/providers/pseudonyms.ts';

const SECRET = 'a master secret of more than thirty-two characters';

it('hashes what people mean, not how they type it', () => {
  const { hashEmail, hashPhone } = createPseudonyms(SECRET);
  expect(hashEmail('  Jane@Example.COM ')).toBe(hashEmail('jane@example.com'));
  expect(hashPhone('0049 (30) 12-34')).toBe(hashPhone('+49 30 1234'));
  expect(hashEmail('+49301234')).not.toBe(hashPhone('+49301234'));
  expect(hashEmail('jane@example.com')).toMatch(/^[\w-]{43}$/);
});

it('gives other hashes under another secret, the same in another process', () => {
  const one = createPseudonyms(SECRET).hashEmail('jane@example.com');
  expect(createPseudonyms(SECRET).hashEmail('jane@example.com')).toBe(one);
  expect(createPseudonyms(`${SECRET}!`).hashEmail('jane@example.com')).not.toBe(one);
});

it.each([
  ['+49 30/1234', '+49301234'],
  ['００４９30', '+4930'],
  ['138-0013-8000', '13800138000'],
  ['none', ''],
])('reads the number %s as %s', (phone, digits) => {
  expect(normalisePhone(phone)).toBe(digits);
});

it('composes accents', () => {
  expect(normaliseEmail('Jose\u0301@x.example')).toBe('jos\u00e9@x.example');
});
