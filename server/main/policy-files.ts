import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { AppError } from '../contract/error-registry.ts';
import { clausesFileSchema } from '../contract/rules/clauses-schema.ts';
import { goldenCaseSchema } from '../contract/rules/golden-case-schema.ts';
import { messagesSchema } from '../contract/rules/messages-schema.ts';
import { localeSchema, policyNameSchema } from '../contract/rules/names.ts';
import { parametersFileSchema } from '../contract/rules/parameter-schema.ts';
import { policyFileSchema } from '../contract/rules/policy-file-schema.ts';
import { rulesetFileSchema } from '../contract/rules/ruleset-schema.ts';
import type { PolicyFiles, PolicyFolderContent } from '../usecases/drafts/draft-deps.ts';
import { loadPolicyFolder } from './load-policy-folder.ts';
import { renderPolicyFolder } from './render-policy-folder.ts';
import { findJsonHazard } from '../http/decode/find-json-hazard.ts';
import { rootFolder } from './root-folder.ts';

/** Most files of one policy. */
const MOST_FILES = 700;
const MESSAGES = /^messages\/([A-Za-z-]+)\.json$/u;
const CASE = /^cases\/([^/]{1,120}\.case\.json)$/u;

/** Policies as files: those in `rules/`, read once in a process, and those that somebody sends. */
export function createPolicyFiles(rules: string = fileURLToPath(new URL('rules/', rootFolder()))): PolicyFiles {
  const shipped = new Map<string, Promise<PolicyFolderContent | null>>();
  return {
    findShipped(policy) {
      const known = shipped.get(policy);
      if (known !== undefined) return known;
      const loading = loadShipped(rules, policy);
      shipped.set(policy, loading);
      loading.catch(() => shipped.delete(policy));
      return loading;
    },
    render: renderPolicyFolder,
    parse: parsePolicyFiles,
  };
}

async function loadShipped(rules: string, policy: string): Promise<PolicyFolderContent | null> {
  if (!policyNameSchema.safeParse(policy).success) return null;
  const folder = `${rules}${policy}`;
  const found = await stat(folder).catch(() => null);
  return found?.isDirectory() === true ? loadPolicyFolder(folder) : null;
}

/** Reads a policy from its files. Throws POLICY_INVALID, naming the file and the place in it. */
export function parsePolicyFiles(files: Readonly<Record<string, string>>): PolicyFolderContent {
  const paths = Object.keys(files).toSorted();
  if (paths.length > MOST_FILES) throw refuse('', `A policy has at most ${MOST_FILES} files.`);
  const head = readFile(files, 'policy.json', policyFileSchema);
  const clauseAccounts = readFile(files, 'clauses.json', clausesFileSchema);
  const [parameters, ruleset] = [
    readFile(files, 'parameters.json', parametersFileSchema),
    readFile(files, 'ruleset.json', rulesetFileSchema),
  ];
  const messages: Record<string, Record<string, string>> = {};
  const cases: { file: string; golden: ReturnType<typeof goldenCaseSchema.parse> }[] = [];
  for (const path of paths) {
    const locale = MESSAGES.exec(path)?.[1];
    const file = CASE.exec(path)?.[1];
    if (locale !== undefined && localeSchema.safeParse(locale).success)
      messages[locale] = readFile(files, path, messagesSchema);
    else if (file !== undefined) cases.push({ file, golden: readFile(files, path, goldenCaseSchema) });
    else if (!['policy.json', 'clauses.json', 'parameters.json', 'ruleset.json'].includes(path))
      throw refuse(path, 'is no file of a policy');
  }
  const { effectiveFrom, provenance, providers, ...identity } = head;
  const clauses = clauseAccounts.map(({ id, paraphrase }) => ({ id, paraphrase }));
  return {
    content: { ...identity, parameters, ruleset, messages, clauses },
    effectiveFrom,
    provenance,
    providers,
    clauseAccounts,
    cases,
  };
}

function readFile<S extends z.ZodType>(files: Readonly<Record<string, string>>, path: string, schema: S): z.output<S> {
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  if (text === undefined) throw refuse(path, 'is missing');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(path, error instanceof Error ? error.message : 'is no JSON');
  }
  // Texts within a text: nobody has looked for what may go no further, nor for nesting that a schema would not survive.
  const hazard = findJsonHazard(value);
  if (hazard !== null) throw refuse(path, `${hazard.pointer} ${hazard.message}`);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(path, `/${(issue?.path ?? []).join('/')} ${issue?.message ?? 'does not fit'}`);
}

function refuse(path: string, message: string): AppError {
  return new AppError('POLICY_INVALID', `${path} ${message}`.trim(), {
    errors: [{ pointer: `/files/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`, code: 'invalid_file', message }],
  });
}
