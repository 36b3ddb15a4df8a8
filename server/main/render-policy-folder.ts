import { clausesFileSchema } from '../contract/rules/clauses-schema.ts';
import { goldenCaseSchema } from '../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../contract/rules/golden-case-schema.ts';
import { parametersFileSchema } from '../contract/rules/parameter-schema.ts';
import { policyFileSchema } from '../contract/rules/policy-file-schema.ts';
import { rulesetFileSchema } from '../contract/rules/ruleset-schema.ts';
import type { Parameter } from '../core/policies/parameter.ts';
import type { PolicyFolder } from './load-policy-folder.ts';

const WIDTH = 120;

/** JSON for people: what fits on a line stays on it, so that a condition reads as one sentence and a diff shows it as one. */
export function formatJson(value: unknown, indent = ''): string {
  const flat = formatFlat(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((item) => `${deeper}${formatJson(item, deeper)}`)
    : Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${formatJson(item, deeper)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function formatFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatFlat).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatFlat(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const formatFile = (value: unknown): string => `${formatJson(value)}\n`;

const sortKeys = <V>(record: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Cells in the order of the rows and columns, whatever order the store kept them in. */
function orderCells(parameter: Parameter): Parameter {
  if (parameter.kind !== 'matrix' || !parameter.value) return parameter;
  const { rows, columns, cells } = parameter.value;
  const pick = <V>(names: readonly string[], from: Readonly<Record<string, V>> = {}): Record<string, V> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const found = from[name];
        return found === undefined ? [] : [[name, found]];
      }),
    );
  const ordered = Object.fromEntries(
    Object.entries(pick(rows, cells)).map(([row, line]) => [row, pick(columns, line)]),
  );
  return { ...parameter, value: { rows, columns, cells: ordered } };
}

/** Values under the names of parameters, sorted as nothing else orders them. */
function orderCase(golden: GoldenCase): GoldenCase {
  const { parameters, floorParameters } = golden;
  return {
    ...golden,
    ...(parameters === undefined ? {} : { parameters: sortKeys(parameters) }),
    ...(floorParameters === undefined ? {} : { floorParameters: sortKeys(floorParameters) }),
  };
}

/**
 * The files of a policy folder, path (with `/`) to text. The same content gives the same bytes whatever order its keys
 * were kept in: properties follow the schemas, texts are sorted by code. Throws a ZodError on content that is no policy.
 */
export function renderPolicyFolder(folder: PolicyFolder): Map<string, string> {
  const { content, effectiveFrom, provenance, providers, clauseAccounts, cases } = folder;
  const { policy, name, zone, country, versionBasis, defaultLocale, clocks } = content;
  const files = new Map<string, string>();
  const head = {
    policy,
    name,
    zone,
    country,
    versionBasis,
    defaultLocale,
    effectiveFrom,
    provenance,
    providers,
    clocks,
  };
  files.set('policy.json', formatFile(policyFileSchema.parse(head)));
  files.set('parameters.json', formatFile(parametersFileSchema.parse(content.parameters.map(orderCells))));
  files.set('ruleset.json', formatFile(rulesetFileSchema.parse(content.ruleset)));
  files.set('clauses.json', formatFile(clausesFileSchema.parse(clauseAccounts)));
  for (const [locale, texts] of Object.entries(sortKeys(content.messages)))
    files.set(`messages/${locale}.json`, formatFile(sortKeys(texts)));
  for (const { file, golden } of cases)
    files.set(`cases/${file}`, formatFile(goldenCaseSchema.parse(orderCase(golden))));
  return files;
}
