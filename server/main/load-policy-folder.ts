import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { clausesFileSchema } from '../contract/rules/clauses-schema.ts';
import type { ClauseAccount } from '../contract/rules/clauses-schema.ts';
import { goldenCaseSchema } from '../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../contract/rules/golden-case-schema.ts';
import { messagesSchema } from '../contract/rules/messages-schema.ts';
import { parametersFileSchema } from '../contract/rules/parameter-schema.ts';
import { policyFileSchema } from '../contract/rules/policy-file-schema.ts';
import type { PolicyFile } from '../contract/rules/policy-file-schema.ts';
import { rulesetFileSchema } from '../contract/rules/ruleset-schema.ts';
import type { PolicyContent } from '../core/policies/policy-version.ts';
import { findJsonHazard } from '../http/decode/find-json-hazard.ts';

/** A policy folder read whole: the content that is published, and what stands beside it. */
export interface PolicyFolder {
  readonly content: PolicyContent;
  /** RFC 3339 instant from which the first version governs. */
  readonly effectiveFrom: string;
  readonly provenance: PolicyFile['provenance'];
  readonly providers: readonly string[];
  readonly clauseAccounts: readonly ClauseAccount[];
  /** Golden cases with their file names, sorted by file name. */
  readonly cases: readonly { readonly file: string; readonly golden: GoldenCase }[];
}

/** A file of a policy folder that is missing, no JSON, or not of its form. Names the file, the place in it and what is wrong. */
export class PolicyFolderError extends Error {
  readonly path: string;
  constructor(path: string, detail: string, options?: ErrorOptions) {
    super(`${path}: ${detail}`, options);
    this.name = 'PolicyFolderError';
    this.path = path;
  }
}

async function readJson<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new PolicyFolderError(path, describeFailure(error), { cause: error });
  }
  const hazard = findJsonHazard(value);
  if (hazard !== null) throw new PolicyFolderError(path, `${hazard.pointer} ${hazard.message}`);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 5).map((issue) => `/${issue.path.join('/')} ${issue.message}`);
  throw new PolicyFolderError(path, places.join('; '), { cause: parsed.error });
}

/** What the system says of a file names its calls; what is missing is missing. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ENOENT' ? 'is missing' : error.message;
}

async function listFiles(directory: string, ending: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((file) => file.endsWith(ending)).toSorted();
  } catch (error) {
    throw new PolicyFolderError(directory, 'cannot be listed', { cause: error });
  }
}

/** Reads and checks every file of one policy folder. Throws {@link PolicyFolderError}; nothing is read partly. */
export async function loadPolicyFolder(directory: string): Promise<PolicyFolder> {
  const [head, parameters, ruleset, clauseAccounts] = await Promise.all([
    readJson(join(directory, 'policy.json'), policyFileSchema),
    readJson(join(directory, 'parameters.json'), parametersFileSchema),
    readJson(join(directory, 'ruleset.json'), rulesetFileSchema),
    readJson(join(directory, 'clauses.json'), clausesFileSchema),
  ]);
  const messages: Record<string, Record<string, string>> = {};
  for (const file of await listFiles(join(directory, 'messages'), '.json')) {
    messages[basename(file, '.json')] = await readJson(join(directory, 'messages', file), messagesSchema);
  }
  const cases: { file: string; golden: GoldenCase }[] = [];
  for (const file of await listFiles(join(directory, 'cases'), '.case.json')) {
    cases.push({ file, golden: await readJson(join(directory, 'cases', file), goldenCaseSchema) });
  }
  const { policy, name, zone, country, versionBasis, defaultLocale, clocks, effectiveFrom, provenance, providers } =
    head;
  const clauses = clauseAccounts.map(({ id, paraphrase }) => ({ id, paraphrase }));
  return {
    content: {
      policy,
      name,
      zone,
      country,
      versionBasis,
      defaultLocale,
      parameters,
      ruleset,
      messages,
      clocks,
      clauses,
    },
    effectiveFrom,
    provenance,
    providers,
    clauseAccounts,
    cases,
  };
}
