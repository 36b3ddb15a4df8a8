import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';

/** Extension of this very file: `.js` when built, `.ts` when run from source. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const CLI = fileURLToPath(new URL(`./cli.${EXTENSION}`, import.meta.url));

/** Room for young objects, MiB: a batch makes many that die at once, and copying them would cost a fifth of the time. */
export const YOUNG_SPACE = '--max-semi-space-size=64';

/** The command line that runs a command of this program in a process of its own. */
export function childCommand(args: readonly string[], watch: boolean): readonly [string, ...string[]] {
  if (watch)
    return [
      process.execPath,
      fileURLToPath(import.meta.resolve('tsx/cli')),
      'watch',
      '--clear-screen=false',
      CLI,
      ...args,
    ];
  const loader = EXTENSION === 'ts' ? ['--import', import.meta.resolve('tsx')] : [];
  return [process.execPath, YOUNG_SPACE, ...loader, CLI, ...args];
}

/** Text in the command line of a child by which it is known. */
export function childMark(command: string): string {
  return `cli.${EXTENSION} ${command}`;
}

/** Environment of a child: the stores it uses, without the identity that may administrate. */
export function childEnvironment(config: Config, extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: config.host,
    PORT: String(config.port),
    MONGODB_URI: config.mongodbUri,
    REDRESS_MONGODB_ADMIN_URI: '',
    REDIS_URL: config.redisUrl,
    REDRESS_SECRET: config.secret,
    REDRESS_DATA_DIR: config.dataDir,
    ...extra,
  };
}
