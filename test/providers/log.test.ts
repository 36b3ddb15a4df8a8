import { expect, it } from 'vitest';
import { createLog, createPino } from '../../server/providers/log.ts';

it('writes one redacted line of JSON, an error with its stack included, and nothing below the level', () => {
  const lines: string[] = [];
  const log = createLog(
    createPino({ level: 'warn', part: 'worker', destination: { write: (line) => void lines.push(line) } }),
  );
  log.info({}, 'not this');
  log.warn({ customer: 'jane@example.com', password: 'p' }, 'cannot reach +44 20 7946 0958');
  log.error({ err: new Error('no such user: jane@example.com') }, 'broken');
  const [warning, error] = lines.map((line): unknown => JSON.parse(line));
  expect(warning).toMatchObject({
    level: 'warn',
    part: 'worker',
    customer: '[email]',
    password: '[redacted]',
    msg: 'cannot reach [phone]',
  });
  expect(error).toMatchObject({ level: 'error', err: { type: 'Error', message: 'no such user: [email]' } });
  expect(lines.join('')).not.toContain('jane');
  expect(lines).toHaveLength(2);
});
