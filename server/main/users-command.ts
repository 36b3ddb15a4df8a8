import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Option } from 'commander';
import type { Command } from 'commander';
import { AppError } from '../contract/error-registry.ts';
import { fieldErrorsOf } from '../contract/field-errors.ts';
import { userToCreateSchema } from '../contract/http/user-view.ts';
import type { UserToCreate } from '../contract/http/user-view.ts';
import { checkPassword } from '../core/access/check-password.ts';
import { systemActor } from '../core/access/request-actor.ts';
import { ROLES } from '../core/access/role.ts';
import type { Role } from '../core/access/role.ts';
import { createUser } from '../usecases/people/create-user.ts';
import type { Run } from './cli-policies.ts';
import { composePeople } from './compose-people.ts';
import type { Config } from './config.ts';
import { openStores } from './open-stores.ts';
import { CommandError } from './setup-error.ts';

/** A user to make from the command line. Programs that are left out are all of them. */
export interface UserFromCli {
  readonly email: string;
  readonly name?: string;
  readonly role: Role;
  readonly program?: readonly string[];
}

/**
 * Makes a user: the first admin of an installation, above all, since there is no default password anywhere.
 * @param password of the person's own choice; null: one for a single sign-in is made and answered
 * @throws CommandError where the address is taken, a program is not known, or the password cannot be used
 */
export async function createUserFromCli(
  config: Pick<Config, 'mongodbUri' | 'secret'>,
  wanted: UserFromCli,
  password: string | null,
): Promise<{ readonly id: string; readonly oneTimePassword: string | null }> {
  const { email, name, grants } = readUser(wanted);
  const open = await openStores(config);
  try {
    const problem = password === null ? null : checkPassword(password, { email, name });
    if (problem !== null)
      throw new CommandError(`No user was made: the password ${problem}.`, [
        'choose another one',
        'or leave it empty, and a one-time password is made',
      ]);
    const { people } = composePeople(open, config);
    const { user, oneTimePassword } = await createUser(
      people,
      { email, name, grants, ...(password === null ? {} : { password }) },
      systemActor('cli'),
    );
    return { id: user.id, oneTimePassword };
  } catch (error) {
    throw nameRefusal(error, email);
  } finally {
    await open.stores.close();
  }
}

/** What the interface asks of a user is asked here too. @throws CommandError, naming the option: nobody could sign in with such an address */
function readUser({ email, name = email.split('@')[0] ?? email, role, program = ['*'] }: UserFromCli): UserToCreate {
  const parsed = userToCreateSchema.safeParse({ email, name, grants: [{ role, programs: program }] });
  if (parsed.success) return parsed.data;
  const [first] = fieldErrorsOf(parsed.error);
  const option = OPTION_OF[first?.pointer.split('/')[1] ?? ''] ?? '--program';
  throw new CommandError(`No user was made: ${option} ${first?.message ?? 'cannot be used'}.`, [`correct ${option}`]);
}

const OPTION_OF: Readonly<Record<string, string>> = { email: '--email', name: '--name' };

/** What a person can mend, in words of the command line; anything else as it came. */
function nameRefusal(error: unknown, email: string): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === 'EMAIL_TAKEN')
    return new CommandError(`No user was made: ${email} is the address of a user already.`, [
      'give another address',
      'or change that user in the browser, under Users',
    ]);
  if (error.code === 'PROGRAM_NOT_FOUND')
    return new CommandError(`No user was made: ${error.message}`, ['name programs that exist after --program']);
  return error;
}

/** Adds `users create | list`. */
export function addUserCommands(program: Command, run: Run): void {
  const users = program.command('users').description('people who sign in');
  users
    .command('create')
    .description('make a user; asks for a password, or prints a one-time one')
    .requiredOption('--email <email>', 'address to sign in with')
    .option('--name <name>', 'name that colleagues see; the beginning of the address where left out')
    .addOption(new Option('--role <role>', 'role of the user').choices(ROLES).makeOptionMandatory())
    .option('--program <ids...>', 'programs the role holds for; all where left out')
    .action((options: UserFromCli) =>
      run(async (config) => {
        const { id, oneTimePassword } = await createUserFromCli(config, options, await askPassword());
        print(`${id}\t${options.email}\t${options.role}`);
        if (oneTimePassword !== null)
          print(`One-time password, to be replaced at the first sign-in within 7 days: ${oneTimePassword}`);
      }),
    );
  users
    .command('list')
    .description('list users with their roles')
    .action(() => run(async (config) => (await listUsersForCli(config)).forEach(print)));
}

/** One line a user, oldest first: id, state, address, roles. */
export async function listUsersForCli(config: Pick<Config, 'mongodbUri' | 'secret'>): Promise<string[]> {
  const { stores } = await openStores(config);
  try {
    const { items } = await stores.users.list({ from: 0, to: 999, sort: ['id', 'ASC'], filter: {} });
    return items.map(({ id, status, email, grants }) =>
      [id, status, email, grants.map(({ role, programs }) => `${role} (${programs.join(' ')})`).join(', ')].join('\t'),
    );
  } finally {
    await stores.close();
  }
}

/** Asks at a terminal without showing what is typed; null where nothing is typed, or nobody is there to type. */
async function askPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    process.stderr.write('Password (empty: a one-time password is made): ');
    const password = await line.question('');
    process.stderr.write('\n');
    return password === '' ? null : password;
  } finally {
    line.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
