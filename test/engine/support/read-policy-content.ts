import { readFileSync } from 'node:fs';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Ruleset } from '../../../server/core/policies/ruleset.ts';

function readRulesFile<T>(program: string, file: string): T {
  return JSON.parse(readFileSync(new URL(`../../../rules/${program}/${file}`, import.meta.url), 'utf8')) as T;
}

/** A shipped policy's rules, parameters and clauses, without its messages. */
export function readPolicyContent(program: string): PolicyContent {
  const policy = readRulesFile<Omit<PolicyContent, 'parameters' | 'ruleset' | 'messages' | 'clauses'>>(
    program,
    'policy.json',
  );
  return {
    policy: policy.policy,
    name: policy.name,
    zone: policy.zone,
    country: policy.country,
    versionBasis: policy.versionBasis,
    defaultLocale: policy.defaultLocale,
    clocks: policy.clocks,
    parameters: readRulesFile<Parameter[]>(program, 'parameters.json'),
    ruleset: readRulesFile<Ruleset>(program, 'ruleset.json'),
    clauses: readRulesFile<{ id: string; paraphrase: string }[]>(program, 'clauses.json').map(({ id, paraphrase }) => ({
      id,
      paraphrase,
    })),
    messages: {},
  };
}
