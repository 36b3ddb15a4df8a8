import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeIssue } from '../contract/describe-issue.ts';
import { environmentSchema } from './config-schema.ts';
import type { Environment } from './config-schema.ts';
import { SetupError } from './setup-error.ts';

/** What every process knows before it has its stores. Ports are TCP ports, folders absolute paths. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly mongodbUri: string | undefined;
  readonly mongodbAdminUri: string | undefined;
  readonly redisUrl: string | undefined;
  readonly secret: string | undefined;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly demo: boolean;
  readonly apiKey: string | undefined;
  readonly adminPassword: string | undefined;
  /** Address at which browsers reach the service; absent: the API's own. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
  /** The sign-in service; absent where none is configured. */
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string }
    | undefined;
  readonly logLevel: Environment['REDRESS_LOG_LEVEL'];
  readonly workerConcurrency: number;
  readonly workerPort: number | undefined;
  readonly lanes: number;
  /** Requests one API key may make a minute; 0 is no limit. */
  readonly rateLimit: number;
  readonly embeddedMongodbPort: number;
  readonly embeddedRedisPort: number;
  readonly apiCount: number;
  readonly workerCount: number;
  readonly acceptance: string | undefined;
}

/** What a process runs with: the settings, and stores that are known. */
export interface Config extends Settings {
  readonly mongodbUri: string;
  /** Identity for migrations; the same as `mongodbUri` where no other is given. */
  readonly mongodbAdminUri: string;
  readonly redisUrl: string;
  /** Master secret: wraps the keys of personal data and keys the hashes; at least 32 characters. */
  readonly secret: string;
}

const VARIABLES = new Set(Object.keys(environmentSchema.shape));

/**
 * Reads the settings from an environment. Empty values count as unset.
 * @throws SetupError with one message that names every bad or unknown variable
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const unknown = given
    .map(([name]) => name)
    .filter((name) => name.startsWith('REDRESS_') && !VARIABLES.has(name) && !name.startsWith('REDRESS_TEST_'));
  const parsed = environmentSchema.safeParse(Object.fromEntries(given.filter(([name]) => VARIABLES.has(name))));
  const problems = [
    ...unknown.map((name) => `${name} is not a variable of Redress${suggest(name)}`),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${describeIssue(issue)}`)),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new SetupError(`the configuration is wrong. ${problems.join('. ')}.`, [
      'correct or unset the named variables; the README lists all of them',
    ]);
  }
  return settingsOf(parsed.data);
}

function settingsOf(env: Environment): Settings {
  return {
    port: env.PORT,
    host: env.HOST,
    mongodbUri: env.MONGODB_URI,
    mongodbAdminUri: env.REDRESS_MONGODB_ADMIN_URI ?? env.MONGODB_URI,
    redisUrl: env.REDIS_URL,
    secret: env.REDRESS_SECRET,
    dataDir: resolve(env.REDRESS_DATA_DIR),
    cacheDir: resolve(env.REDRESS_CACHE_DIR ?? defaultCacheDir()),
    // Nobody's own database is filled with invented customers unasked.
    demo: env.REDRESS_DEMO ?? env.MONGODB_URI === undefined,
    apiKey: env.REDRESS_API_KEY,
    adminPassword: env.REDRESS_ADMIN_PASSWORD,
    publicUrl: env.REDRESS_PUBLIC_URL,
    trustedProxies: env.REDRESS_TRUSTED_PROXIES,
    oidc: oidcOf(env),
    logLevel: env.REDRESS_LOG_LEVEL,
    workerConcurrency: env.REDRESS_WORKER_CONCURRENCY,
    workerPort: env.REDRESS_WORKER_PORT,
    lanes: env.REDRESS_LANES,
    rateLimit: env.REDRESS_RATE_LIMIT,
    embeddedMongodbPort: env.REDRESS_MONGODB_PORT,
    embeddedRedisPort: env.REDRESS_REDIS_PORT,
    apiCount: env.REDRESS_API_COUNT,
    workerCount: env.REDRESS_WORKER_COUNT,
    acceptance: env.REDRESS_ACCEPTANCE,
  };
}

/**
 * Demands the stores that a process of its own (api, worker, migrate beyond one machine) needs.
 * @throws SetupError that names what is missing
 */
export function requireStores(settings: Settings): Config {
  const { mongodbUri, mongodbAdminUri, redisUrl, secret } = settings;
  if (mongodbUri === undefined || mongodbAdminUri === undefined || redisUrl === undefined || secret === undefined) {
    const missing = Object.entries({ MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, REDRESS_SECRET: secret })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name);
    throw new SetupError(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set.`, [
      'set what is missing, with the same REDRESS_SECRET for every process of one installation',
      'or unset MONGODB_URI and REDIS_URL, and let `npm start` bring embedded stores',
    ]);
  }
  return { ...settings, mongodbUri, mongodbAdminUri, redisUrl, secret };
}

/** @throws SetupError where the sign-in service is named and how to be its client is not */
function oidcOf(env: Environment): Settings['oidc'] {
  const {
    REDRESS_OIDC_ISSUER: issuer,
    REDRESS_OIDC_CLIENT_ID: clientId,
    REDRESS_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) {
    throw new SetupError(
      'REDRESS_OIDC_ISSUER is set, but not both REDRESS_OIDC_CLIENT_ID and REDRESS_OIDC_CLIENT_SECRET.',
      [
        'set both as the sign-in service gave them',
        'or unset REDRESS_OIDC_ISSUER: people then sign in by e-mail and password alone',
      ],
    );
  }
  return { issuer, clientId, clientSecret, name: env.REDRESS_OIDC_NAME };
}

/** Where downloaded servers are kept, shared by every checkout of one person. */
function defaultCacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'redress');
}

/** A variable that begins or ends alike, to help with a slip of the pen. */
function suggest(name: string): string {
  const words = new Set(name.split('_').slice(1));
  const near = [...VARIABLES].find(
    (known) =>
      known.startsWith('REDRESS_') &&
      known
        .split('_')
        .slice(1)
        .some((word) => words.has(word)),
  );
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
