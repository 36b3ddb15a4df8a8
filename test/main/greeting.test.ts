import { expect, it } from 'vitest';
import { loadSettings } from '../../server/main/config.ts';
import { greet } from '../../server/main/greeting.ts';

const text = greet({
  baseUrl: 'http://127.0.0.1:3000',
  credentialsFile: '/data/credentials.json',
  logFolder: '/data/logs',
  program: 'anumi',
});

it('the greeting sets nothing that the next command in the same shell would refuse', () => {
  const names = [...text.matchAll(/export (\w+)=/g)].map(([, name = '']) => name);
  expect(names).toEqual(['KEY']);
  expect(() => loadSettings(Object.fromEntries(names.map((name) => [name, 'x'])))).not.toThrow();
});

it('the greeting tells where everything is', () => {
  for (const part of ['http://127.0.0.1:3000/docs', '/data/credentials.json', '/data/logs'])
    expect(text).toContain(part);
});
