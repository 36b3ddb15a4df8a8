import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const count = (max: number): z.ZodCoercedNumber => z.coerce.number().int().min(1).max(max);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const url = (...protocols: string[]): z.ZodString =>
  z
    .string()
    .regex(
      new RegExp(`^(${protocols.join('|').replaceAll('+', '\\+')})://`),
      `must start with ${protocols.map((p) => `${p}://`).join(' or ')}`,
    );

/**
 * Every environment variable the service reads, with the text of the configuration table.
 * Unset is the embedded default: nothing here has to be set to try Redress on one machine.
 */
export const environmentSchema = z.object({
  PORT: port.default(3000).describe('Port of the API.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the API listens on; 0.0.0.0 in a container.'),
  MONGODB_URI: url('mongodb', 'mongodb+srv')
    .optional()
    .describe('MongoDB replica set to use. Unset: an embedded one is obtained and started.'),
  REDIS_URL: url('redis', 'rediss')
    .optional()
    .describe('Redis to use (append-only file, noeviction). Unset: an embedded one is obtained and started.'),
  REDRESS_MONGODB_ADMIN_URI: url('mongodb', 'mongodb+srv')
    .optional()
    .describe('Identity that migrates: may create collections, indexes, users. Unset: MONGODB_URI.'),
  REDRESS_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Master secret that wraps the keys of personal data and keys the hashes. Required by `api` and `worker` on their own; `npm start` makes one in the data folder. Losing it loses all personal data.',
    ),
  REDRESS_DATA_DIR: z.string().min(1).default('.redress').describe('Folder of the embedded data, secrets and logs.'),
  REDRESS_CACHE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder for downloaded servers. Unset: redress in XDG_CACHE_HOME or ~/.cache.'),
  REDRESS_DEMO: onOff
    .optional()
    .describe(
      'on or off: whether the first start loads a demonstration history. Unset: on, unless MONGODB_URI is set.',
    ),
  REDRESS_API_KEY: z
    .string()
    .min(16, 'must have at least 16 characters')
    .max(200)
    .optional()
    .describe('API key of the embedded default, where set at first start. Unset: one is made.'),
  REDRESS_ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(200)
    .optional()
    .describe('Password of the embedded default’s users, where set at first start. Unset: one is made.'),
  REDRESS_PUBLIC_URL: url('http', 'https')
    .optional()
    .describe(
      'Address at which browsers reach the service. With https the session cookie is sent over https alone. Unset: the API’s own.',
    ),
  REDRESS_TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Proxies in front of the API whose word on the address and protocol of a request is believed.'),
  REDRESS_OIDC_ISSUER: url('http', 'https')
    .optional()
    .describe(
      'OpenID Connect service that people may sign in with; needs REDRESS_OIDC_CLIENT_ID and _CLIENT_SECRET. Register <public URL>/api/session/oidc/callback there.',
    ),
  REDRESS_OIDC_CLIENT_ID: z.string().min(1).optional().describe('Client that Redress is at the sign-in service.'),
  REDRESS_OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('Its secret.'),
  REDRESS_OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .default('Single sign-on')
    .describe('Name of the sign-in service, for the button.'),
  REDRESS_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Lowest level that is logged.'),
  REDRESS_WORKER_CONCURRENCY: count(256).default(8).describe('Jobs one worker process handles at a time, per queue.'),
  REDRESS_WORKER_PORT: port.optional().describe('Port of a worker’s own health and metrics. Unset: none.'),
  REDRESS_LANES: count(64)
    .default(2)
    .describe('Lanes one process commits claims and events through; one batch is in flight per lane.'),
  REDRESS_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(60_000)
    .describe('Requests one API key may make a minute; 0 switches the limit off.'),
  REDRESS_MONGODB_PORT: port.default(27_117).describe('Port of the embedded MongoDB.'),
  REDRESS_REDIS_PORT: port.default(26_479).describe('Port of the embedded Redis.'),
  REDRESS_API_COUNT: count(16).default(1).describe('API processes of the embedded default; each takes the next port.'),
  REDRESS_WORKER_COUNT: count(16).default(1).describe('Worker processes of the embedded default.'),
  REDRESS_ACCEPTANCE: z.string().min(1).optional().describe('Acceptance runner that `npm run topology` calls.'),
});

/** Environment after decoding: numbers are numbers, on/off is boolean. */
export type Environment = z.output<typeof environmentSchema>;
