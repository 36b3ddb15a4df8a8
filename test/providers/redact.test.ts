import { describe, expect, it } from 'vitest';
import { redactLine, redactText } from '../../server/providers/redact.ts';

describe('personal data and secrets in a text', () => {
  it.each([
    ['mail to Jane.Doe+x@mail.example.co.uk failed', 'mail to [email] failed'],
    ['/api/customers?email=jane%40example.com', '/api/customers?email=[email]'],
    ['用户王伟@例子.公司写道', '[email]'],
    ['call +49 (30) 1234-5678 now', 'call [phone] now'],
    ['call (555) 123-4567 or 138 0013 8000', 'call [phone] or [phone]'],
    ['sms 13800138000', 'sms [phone]'],
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [token]'],
    ['key rdr_0123456789abcdef and sk_live_0123456789', 'key [token] and [token]'],
    ['jwt eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl', 'jwt [token]'],
    ['mongodb://redress:s3cret@db.internal:27017/x', 'mongodb://redress:[password]@db.internal:27017/x'],
  ])('%s', (text, clean) => {
    expect(redactText(text)).toBe(clean);
  });

  it.each([
    '2026-03-01T12:00:00.000+08:00',
    '01JQZX8M5Y6V7W8X9Y0Z1A2B3C',
    'refund/anumi/o-2026-0001/0',
    'settled 1234567 of 98765432 minor units',
    'at Object.<anonymous> (file:///srv/server/main/start.ts:123:45)',
    'redis://127.0.0.1:6379',
    '9b2f1c3e-1234-4123-8123-123456789abc',
  ])('leaves %s alone', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('a finished line', () => {
  it('hides fields by their name, keeps numbers and stays JSON', () => {
    const line = JSON.stringify({
      time: 1_772_366_400_000,
      amountMinor: 13_800_138_000,
      email: 'x',
      emails: ['a@b.example'],
      Authorization: 'whatever',
      nested: { token: 'abc', phone: '1 "quoted" 2' },
      msg: 'said\njane@example.com\tto "+4915112345678"',
      provider: 'sandbox',
    });
    expect(JSON.parse(redactLine(line))).toEqual({
      time: 1_772_366_400_000,
      amountMinor: 13_800_138_000,
      email: '[redacted]',
      emails: ['[redacted]'],
      Authorization: '[redacted]',
      nested: { token: '[redacted]', phone: '[redacted]' },
      msg: 'said\n[email]\tto "[phone]"',
      provider: 'sandbox',
    });
  });

  it('cuts what nobody reads, and is not slowed down by what nearly matches', () => {
    const parsed = (text: string) => JSON.parse(redactLine(JSON.stringify({ msg: text }))) as { msg: string };
    expect(parsed('a.'.repeat(100_000)).msg).toBe(`${'a.'.repeat(4_000)}… (cut)`);
    for (const near of ['+1', '1-', 'x@', '://', 'a%40', '"', '\\', '\u0001', 'eyJaaaaaa.']) {
      for (const shift of ['', 'y', 'yy', 'yyy', 'yyyy', 'yyyyy'])
        expect(parsed(shift + near.repeat(50_000)).msg.length).toBeLessThan(8_100);
    }
  });
});
