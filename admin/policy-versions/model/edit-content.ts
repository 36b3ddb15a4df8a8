import type { Parameter, ParameterValue, PolicyContent, Rule } from '../../../server/contract/policy-vocabulary.ts';
import { sameValue } from './same-value.ts';

/** The parameter of a name, or null. */
export function findParameter(content: PolicyContent, name: string): Parameter | null {
  return content.parameters.find((parameter) => parameter.name === name) ?? null;
}

function replaceParameter(content: PolicyContent, next: Parameter): PolicyContent {
  return { ...content, parameters: content.parameters.map((one) => (one.name === next.name ? next : one)) };
}

/**
 * Gives a parameter a value, or takes it away (undefined). The value of the live version brings its provenance with it;
 * any other is the owner's own from now on.
 */
export function setParameterValue(
  content: PolicyContent,
  live: PolicyContent | null,
  name: string,
  value: ParameterValue | undefined,
): PolicyContent {
  const parameter = findParameter(content, name);
  if (parameter === null) return content;
  const original = live === null ? null : findParameter(live, name);
  if (original !== null && original.kind === parameter.kind && sameValue(original.value, value)) {
    return replaceParameter(content, original);
  }
  const { value: _value, ...rest } = parameter;
  const next = value === undefined ? { ...rest, provenance: 'unset' } : { ...rest, provenance: 'confirmed', value };
  return replaceParameter(content, next as Parameter);
}

/** Puts a parameter back to what it is in the live version. */
export function restoreParameter(content: PolicyContent, live: PolicyContent, name: string): PolicyContent {
  const original = findParameter(live, name);
  return original === null ? content : replaceParameter(content, original);
}

/** Makes an assumed value the owner's own. */
export function confirmParameter(content: PolicyContent, name: string): PolicyContent {
  const parameter = findParameter(content, name);
  if (parameter === null || parameter.provenance !== 'assumed') return content;
  return replaceParameter(content, { ...parameter, provenance: 'confirmed' });
}

/** Sets which version governs a claim. */
export function setVersionBasis(content: PolicyContent, versionBasis: PolicyContent['versionBasis']): PolicyContent {
  return { ...content, versionBasis };
}

/** Replaces the whole ruleset. */
export function setRules(content: PolicyContent, rules: readonly Rule[]): PolicyContent {
  return { ...content, ruleset: { rules } };
}

/** Replaces the rule that was called `name`. */
export function setRule(content: PolicyContent, name: string, rule: Rule): PolicyContent {
  return setRules(
    content,
    content.ruleset.rules.map((one) => (one.name === name ? rule : one)),
  );
}

/** Sets what the customer reads for a reason in one language; an empty text takes it away. */
export function setMessage(content: PolicyContent, locale: string, reasonCode: string, text: string): PolicyContent {
  const texts = Object.entries({ ...content.messages[locale], [reasonCode]: text }).filter(([, one]) => one !== '');
  return { ...content, messages: { ...content.messages, [locale]: Object.fromEntries(texts) } };
}
