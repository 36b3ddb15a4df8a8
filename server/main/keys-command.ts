import { Option } from 'commander';
import type { Command } from 'commander';
import { FLOOR_POLICY } from '../core/policies/policy-version.ts';
import type { ApiKey, KeyVerb } from '../ports/api-keys.ts';
import { KEY_VERBS } from '../ports/api-keys.ts';
import { generateApiKeySecret, hashApiKeySecret } from '../providers/api-key-secret.ts';
import type { Run } from './cli-policies.ts';
import type { Config } from './config.ts';
import { openStores } from './open-stores.ts';
import { CommandError } from './setup-error.ts';

type StoreConfig = Pick<Config, 'mongodbUri' | 'secret'>;

/** A key to make. Programs and verbs that are left out are all of them. */
export interface KeyToCreate {
  readonly name: string;
  readonly program?: readonly string[];
  readonly verb?: readonly string[];
}

/** Who changes keys from the command line: whoever may read the data folder or the environment. */
const ACTOR = 'system/cli';

/**
 * Creates an API key and answers its secret, which is stored nowhere: only its hash is.
 * @throws CommandError where a program or a verb is not known, so that a slip of the pen makes no useless key
 */
export async function createApiKey(config: StoreConfig, wanted: KeyToCreate): Promise<string> {
  const { stores, clock, ids } = await openStores(config);
  try {
    const programs = wanted.program ?? ['*'];
    const known = (await stores.policies.listPolicies()).filter((policy) => policy !== FLOOR_POLICY);
    demandKnown('program', programs, ['*', ...known]);
    const verbs = wanted.verb ?? KEY_VERBS;
    demandKnown('verb', verbs, KEY_VERBS);
    const secret = generateApiKeySecret();
    const [id, at] = [ids.next(), clock.now()];
    const key: ApiKey = {
      id,
      name: wanted.name,
      secretHash: hashApiKeySecret(secret),
      programs: [...programs],
      verbs: KEY_VERBS.filter((verb) => verbs.includes(verb)),
      createdAt: at,
    };
    await stores.apiKeys.append(key, {
      id: ids.next(),
      action: 'api_key.created',
      actor: ACTOR,
      at,
      subject: { type: 'api_key', id },
      detail: { programs: key.programs.join(' '), verbs: key.verbs.join(' ') },
    });
    return secret;
  } finally {
    await stores.close();
  }
}

/** One line a key, oldest first: id, state, name, programs, verbs. Secrets are not known any more. */
export async function listApiKeys(config: StoreConfig): Promise<string[]> {
  const { stores } = await openStores(config);
  try {
    return (await stores.apiKeys.list()).map(presentKey);
  } finally {
    await stores.close();
  }
}

/** Revokes a key; running processes notice within seconds. @throws CommandError where no such key is in force */
export async function revokeApiKey(config: StoreConfig, id: string): Promise<void> {
  const { stores, clock, ids } = await openStores(config);
  try {
    const at = clock.now();
    const audit = { id: ids.next(), action: 'api_key.revoked', actor: ACTOR, at, subject: { type: 'api_key', id } };
    if (await stores.apiKeys.revoke(id, at, audit)) return;
    throw new CommandError(`There is no API key ${id} in force.`, ['see the ids with `npm run redress -- keys list`']);
  } finally {
    await stores.close();
  }
}

/** Adds `keys create | list | revoke`. */
export function addKeyCommands(program: Command, run: Run): void {
  const keys = program.command('keys').description('API keys');
  keys
    .command('create')
    .description('create an API key; it is shown once')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--program <ids...>', 'programs it may speak for; all where left out')
    .addOption(new Option('--verb <verbs...>', 'verbs it may use; all where left out').choices(KEY_VERBS))
    .action((options: KeyToCreate) => run(async (config) => print([await createApiKey(config, options)])));
  keys
    .command('list')
    .description('list API keys with what they may do')
    .action(() => run(async (config) => print(await listApiKeys(config))));
  keys
    .command('revoke')
    .description('revoke an API key, for good')
    .argument('<id>', 'id as `keys list` shows it')
    .action((id: string) => run((config) => revokeApiKey(config, id)));
}

function presentKey(key: ApiKey): string {
  const state = key.revokedAt === undefined ? 'in force' : `revoked ${new Date(key.revokedAt).toISOString()}`;
  const verbs: readonly KeyVerb[] = key.verbs;
  const scope = verbs.length === KEY_VERBS.length ? 'all verbs' : verbs.join(' ');
  return [key.id, state, key.name, key.programs.includes('*') ? 'all programs' : key.programs.join(' '), scope].join(
    '\t',
  );
}

function demandKnown(kind: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length === 0 && given.length > 0) return;
  throw new CommandError(`${unknown.join(', ')} is no ${kind}.`, [`use one of: ${known.join(', ')}`]);
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
