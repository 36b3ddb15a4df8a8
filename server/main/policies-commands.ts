import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../contract/error-registry.ts';
import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import { selectActivation } from '../core/policies/select-activation.ts';
import { FLOOR_POLICY, type PolicyContent } from '../core/policies/policy-version.ts';
import { lintRuleset } from '../engine/lint/lint-ruleset.ts';
import { ACTIVATION_LEAD_MS, publishPolicyVersion } from '../usecases/policies/publish-policy-version.ts';
import { runGoldenCases } from '../usecases/golden/run-golden-cases.ts';
import type { Config } from './config.ts';
import { createCaseBench } from './create-case-bench.ts';
import { loadPolicyFolder, type PolicyFolder } from './load-policy-folder.ts';
import { openStores } from './open-stores.ts';
import { rootFolder } from './root-folder.ts';
import { savePolicyFolder } from './save-policy-folder.ts';

/** How much later than the shortest lead an imported version takes effect, so that the way to the database does not eat it up. */
const IMPORT_SLACK_MS = 2_000;

/** Writes a policy version as files: the one in force, or that of `number`. What is not part of a version (clauses, cases) comes from `rules/`, where the policy has a folder there. */
export async function exportPolicy(
  config: Config,
  policy: string,
  directory: string,
  number: number | undefined,
): Promise<void> {
  const { stores, clock } = await openStores(config);
  try {
    const activation = selectActivation(await stores.policies.loadActivations([policy]), clock.now());
    const version = activation === null ? null : await stores.policies.findVersion(policy, number ?? activation.number);
    if (version === null || activation === null)
      throw new AppError(
        'POLICY_VERSION_NOT_FOUND',
        number === undefined ? `There is no policy ${policy}.` : `There is no version ${number} of ${policy}.`,
      );
    const beside = await loadPolicyFolder(folderOf(policy)).catch(
      (): Omit<PolicyFolder, 'content' | 'effectiveFrom'> => ({
        provenance: { effectiveFrom: 'assumed', zone: 'assumed', versionBasis: 'assumed' },
        providers: [],
        clauseAccounts: [],
        cases: [],
      }),
    );
    const effectiveFrom =
      (await stores.policies.loadActivations([policy])).find(
        (one) => one.number === version.number && one.withdraws === undefined,
      )?.effectiveFrom ?? activation.effectiveFrom;
    await savePolicyFolder(directory, {
      ...beside,
      content: version.content,
      effectiveFrom: new Date(effectiveFrom).toISOString(),
    });
    say(`Wrote ${policy} version ${version.number} to ${directory}.`);
  } finally {
    await stores.close();
  }
}

/** Publishes a folder as a policy version: a first one from the instant that it names, a later one a few seconds from now. The cases in the folder must pass. */
export async function importPolicy(config: Config, directory: string): Promise<void> {
  if ((await checkFolders([directory], testFolder)) !== 0)
    throw new AppError('POLICY_INVALID', `The cases of ${directory} do not pass; nothing was published.`);
  const { stores, clock, ids } = await openStores(config);
  try {
    const { content, effectiveFrom } = await loadPolicyFolder(directory);
    const isFirst = !(await stores.policies.listPolicies()).includes(content.policy);
    const instant = isFirst
      ? Date.parse(effectiveFrom)
      : Math.max(Date.parse(effectiveFrom), clock.now() + ACTIVATION_LEAD_MS + IMPORT_SLACK_MS);
    const version = await publishPolicyVersion(
      { policies: stores.policies, dictionary: FACT_DICTIONARY, clock, ids },
      { content, effectiveFrom: instant, actor: 'system/cli', reason: `imported from ${directory}` },
    );
    say(`Published ${version.policy} version ${version.number}, in force from ${new Date(instant).toISOString()}.`);
  } finally {
    await stores.close();
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
  for (const directory of directories.length === 0 ? await listRuleFolders() : directories.map((one) => resolve(one))) {
    const folder = await loadPolicyFolder(directory);
    const found = await check(folder);
    problems += found.length;
    say(
      `${folder.content.policy}: ${found.length === 0 ? `${folder.content.ruleset.rules.length} rules, ${folder.cases.length} cases, nothing wrong` : found.join('\n  ')}`,
    );
  }
  return problems === 0 ? 0 : 1;
}

async function listRuleFolders(): Promise<string[]> {
  const rules = fileURLToPath(new URL('rules/', rootFolder()));
  return (await readdir(rules, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(rules, entry.name))
    .sort();
}

function folderOf(policy: string): string {
  return fileURLToPath(new URL(`rules/${policy}/`, rootFolder()));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
