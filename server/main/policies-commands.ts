import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { can } from '../core/access/can.ts';
import { systemActor } from '../core/access/request-actor.ts';
import type { RequestActor } from '../core/access/request-actor.ts';
import type { Stores } from '../stores/create-stores.ts';
import { CommandError } from './setup-error.ts';
import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import { FLOOR_POLICY, type PolicyContent } from '../core/policies/policy-version.ts';
import { lintRuleset } from '../engine/lint/lint-ruleset.ts';
import type { DraftDeps } from '../usecases/drafts/draft-deps.ts';
import { importAndSubmit } from '../usecases/drafts/import-and-submit.ts';
import { isLiveFolder } from '../usecases/policies/is-live-folder.ts';
import { exportPolicy as exportVersion } from '../usecases/policies/export-policy.ts';
import { runGoldenCases } from '../usecases/golden/run-golden-cases.ts';
import { composeOwnDrafts } from './compose-drafts.ts';
import type { Config } from './config.ts';
import { createCaseBench } from './create-case-bench.ts';
import { loadPolicyFolder, type PolicyFolder } from './load-policy-folder.ts';
import { openStores } from './open-stores.ts';
import { rootFolder } from './root-folder.ts';
import { savePolicyFiles } from './save-policy-folder.ts';

/**
 * Writes a policy version as files: the one in force, or that of `number`, with the clauses and cases that belong to it.
 * Throws {@link CommandError} where the folder holds anything and nobody asked to write over it: what is not part of the
 * version would stay among its files.
 */
export async function exportPolicy(
  config: Config,
  policy: string,
  directory: string,
  number: number | undefined,
  overwrite = false,
): Promise<void> {
  if (!overwrite && (await readdir(directory).catch(() => [])).length > 0)
    throw new CommandError(`${directory} is not empty; nothing was written.`, [
      'name another folder',
      'or add --overwrite: its files are written over, and those that are not part of the version stay',
    ]);
  await withDrafts(config, async (deps) => {
    const { files } = await exportVersion(deps, policy, number === undefined ? undefined : String(number));
    await savePolicyFiles(directory, files);
    say(`Wrote ${policy}${number === undefined ? '' : ` version ${number}`} to ${directory}.`);
  });
}

/** Makes a draft of a folder, as the person of `email` or as the command line, and submits it where its gate is open: somebody approves it in the admin. Nothing is published from here. */
export async function importPolicy(config: Config, directory: string, email?: string): Promise<void> {
  await withDrafts(config, async (deps, stores) => {
    const folder = await loadPolicyFolder(directory);
    if (await isLiveFolder(deps, folder)) {
      say(`${directory} is what decides ${folder.content.policy} now, word for word: no draft was made.`);
      return;
    }
    const { draft, submitted, reasons } = await importAndSubmit(
      deps,
      await findAuthor(stores, folder.content.policy, email),
      folder,
      'imported from files by the command line',
    );
    if (submitted)
      say(
        email === undefined
          ? `Submitted ${draft.id} under nobody’s name: whoever may approve can do so in the admin. Name its author with --as, who then cannot.`
          : `Submitted ${draft.id}: it is approved in the admin, by somebody other than ${email}.`,
      );
    else
      say(
        [
          `Made the draft ${draft.id}. Before it can be submitted, an owner settles:`,
          ...reasons.map((one) => `  ${one.sentence.en}`),
        ].join('\n'),
      );
  });
}

/** Whose change it is: the person of this address, so that they cannot approve it. Throws {@link CommandError} where there is none who may edit the policy. */
async function findAuthor({ users }: Stores, policy: string, email: string | undefined): Promise<RequestActor> {
  if (email === undefined) return systemActor('cli');
  const user = await users.findByEmail(email.trim());
  if (user === null)
    throw new CommandError(`Nobody signs in as ${email}.`, ['Name the e-mail address of a user after --as.']);
  const author: RequestActor = { kind: 'user', id: user.id, name: user.name, grants: user.grants };
  if (user.status !== 'active' || !can(author, 'edit', 'policy', policy))
    throw new CommandError(`${email} may not edit ${policy}.`, ['Name an owner of the policy after --as.']);
  return author;
}

async function withDrafts(config: Config, work: (deps: DraftDeps, stores: Stores) => Promise<void>): Promise<void> {
  const opened = await openStores(config);
  try {
    await work(composeOwnDrafts(opened), opened.stores);
  } finally {
    await opened.stores.close();
  }
}

/** Lints folders, all of `rules/` where none is named. Answers the exit code: 1 where something is refused. */
export function lintPolicies(directories: readonly string[]): Promise<number> {
  return checkFolders(directories, async ({ content }) =>
    lintRuleset(content, FACT_DICTIONARY).map((issue) => `${issue.path} ${issue.message} (${issue.code})`),
  );
}

/** Runs the cases of folders, all of `rules/` where none is named, on the engine and on its references. Answers the exit code: 1 where one differs. */
export function testPolicies(directories: readonly string[]): Promise<number> {
  return checkFolders(directories, testFolder);
}

async function testFolder({ content, cases }: PolicyFolder): Promise<string[]> {
  const programs = new Map<string, PolicyContent>();
  for (const folder of await listRuleFolders()) {
    const known = await loadPolicyFolder(folder);
    programs.set(known.content.policy, known.content);
  }
  programs.set(content.policy, content);
  const bench = await createCaseBench(programs, programs.get(FLOOR_POLICY) ?? null);
  const rows = await runGoldenCases(
    content.policy,
    cases.map((one) => one.golden),
    bench,
  );
  return rows.filter((row) => !row.passed).map((row) => `${row.name}: ${row.differences.join('; ')}`);
}

async function checkFolders(
  directories: readonly string[],
  check: (folder: PolicyFolder) => Promise<string[]>,
): Promise<number> {
  let problems = 0;
  for (const directory of directories.length === 0
    ? await listRuleFolders()
    : await Promise.all(directories.map(findFolder))) {
    const folder = await loadPolicyFolder(directory);
    const found = await check(folder);
    problems += found.length;
    say(
      `${folder.content.policy}: ${found.length === 0 ? `${folder.content.ruleset.rules.length} rules, ${folder.cases.length} cases, nothing wrong` : found.join('\n  ')}`,
    );
  }
  return problems === 0 ? 0 : 1;
}

/** A folder by its path, else by its name under `rules/`. Throws {@link CommandError} where there is neither. */
async function findFolder(given: string): Promise<string> {
  const near = resolve(given);
  if ((await stat(near).catch(() => null))?.isDirectory() === true) return near;
  const shipped = (await listRuleFolders()).find((folder) => basename(folder) === given);
  if (shipped !== undefined) return shipped;
  const names = (await listRuleFolders()).map((folder) => basename(folder));
  throw new CommandError(`There is no folder ${given}, neither here nor under rules/.`, [
    `name a folder, or one of: ${names.join(', ')}`,
  ]);
}

async function listRuleFolders(): Promise<string[]> {
  const rules = fileURLToPath(new URL('rules/', rootFolder()));
  return (await readdir(rules, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(rules, entry.name))
    .sort();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
