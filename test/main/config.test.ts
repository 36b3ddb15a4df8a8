import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../../server/main/config-schema.ts';
import { loadSettings, requireStores } from '../../server/main/config.ts';
import { CommandError, presentSetupError, SetupError } from '../../server/main/setup-error.ts';

const SECRET = 'a secret of at least thirty-two characters';

describe('loadSettings', () => {
  it('needs nothing', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      mongodbUri: undefined,
      demo: true,
      dataDir: resolve('.redress'),
    });
    expect(settings.cacheDir).toMatch(/redress$/);
  });

  it('decodes numbers and switches', () => {
    const settings = loadSettings({
      PORT: '8080',
      REDRESS_DEMO: 'off',
      REDRESS_WORKER_CONCURRENCY: '32',
      REDRESS_RATE_LIMIT: '0',
    });
    expect(settings).toMatchObject({ port: 8080, demo: false, workerConcurrency: 32, rateLimit: 0 });
  });

  it('leaves the demonstration out of a database that somebody named, unless asked for', () => {
    const named = { MONGODB_URI: 'mongodb://db.example/redress' };
    expect(loadSettings(named).demo).toBe(false);
    expect(loadSettings({ ...named, REDRESS_DEMO: 'on' }).demo).toBe(true);
  });

  it('takes empty values as unset', () => {
    expect(loadSettings({ MONGODB_URI: '', PORT: '' })).toMatchObject({ port: 3000, mongodbUri: undefined });
  });

  it('migrates with the service’s identity where no other is given', () => {
    expect(loadSettings({ MONGODB_URI: 'mongodb://db/redress' }).mongodbAdminUri).toBe('mongodb://db/redress');
    expect(loadSettings({ MONGODB_URI: 'mongodb+srv://db/redress' }).mongodbUri).toBe('mongodb+srv://db/redress');
    const both = { MONGODB_URI: 'mongodb://db/redress', REDRESS_MONGODB_ADMIN_URI: 'mongodb://admin@db/redress' };
    expect(loadSettings(both).mongodbAdminUri).toBe('mongodb://admin@db/redress');
  });

  it.each([
    [{ PORT: '0' }, 'PORT must be at least 1'],
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '3000.5' }, 'PORT must be a whole number'],
    [{ PORT: '70000' }, 'PORT must be at most 65535'],
    [{ REDRESS_WORKER_COUNT: 'all' }, 'REDRESS_WORKER_COUNT must be a number'],
    [{ REDRESS_LOG_LEVEL: 'loud' }, 'REDRESS_LOG_LEVEL must be one of fatal, error'],
    [{ MONGODB_URI: 'localhost:27017' }, /MONGODB_URI must start with mongodb:\/\/ or mongodb\+srv:\/\/(?!.*\\)/],
    [{ REDIS_URL: 'http://localhost' }, /REDIS_URL/],
    [{ REDRESS_DEMO: 'no' }, /REDRESS_DEMO/],
    [{ REDRESS_SECRET: 'short' }, /at least 32/],
    [{ REDRESS_API_KEY: 'short' }, /at least 16/],
  ])('refuses %o', (env, message) => {
    expect(() => loadSettings(env)).toThrow(message);
  });

  it('names every mistake at once, and never repeats a value that may be secret', () => {
    const attempt = (): unknown => loadSettings({ PORT: 'x', REDRESS_SECRET: 'hunter2', REDRESS_API_KEY: 'hunter3' });
    expect(attempt).toThrow(/PORT.*REDRESS_SECRET|REDRESS_SECRET.*PORT/s);
    expect(attempt).not.toThrow(/hunter/);
  });

  it('refuses an unknown REDRESS_ variable and guesses what was meant', () => {
    expect(() => loadSettings({ REDRESS_DATADIR: '/tmp' })).toThrow(/REDRESS_DATADIR is not a variable of Redress/);
    expect(() => loadSettings({ REDRESS_DATA_FOLDER: '/tmp' })).toThrow(/did you mean REDRESS_DATA_DIR/);
  });
});

describe('requireStores', () => {
  it('names what is missing', () => {
    expect(() => requireStores(loadSettings({ MONGODB_URI: 'mongodb://db/redress' }))).toThrow(
      'REDIS_URL, REDRESS_SECRET are not set',
    );
    expect(() => requireStores(loadSettings({ MONGODB_URI: 'mongodb://db/redress', REDIS_URL: 'redis://r' }))).toThrow(
      'REDRESS_SECRET is not set',
    );
  });

  it('gives a whole configuration', () => {
    const config = requireStores(
      loadSettings({ MONGODB_URI: 'mongodb://db/redress', REDIS_URL: 'redis://r', REDRESS_SECRET: SECRET }),
    );
    expect(config).toMatchObject({ mongodbUri: 'mongodb://db/redress', redisUrl: 'redis://r', secret: SECRET });
  });
});

it('describes every variable for the table of the README', () => {
  for (const [name, shape] of Object.entries(environmentSchema.shape)) expect(shape.description, name).toMatch(/\.$/);
});

it('presents a problem with its ways out, one a line', () => {
  const text = presentSetupError(new SetupError('the sky fell.', ['wait', 'or run']));
  expect(text).toBe('Redress could not start: the sky fell.\n  → wait\n  → or run');
});

it('presents what a command refuses without a word of starting', () => {
  expect(presentSetupError(new CommandError('anumy is no program.', ['use one of: anumi']))).toBe(
    'anumy is no program.\n  → use one of: anumi',
  );
});
