import type { Words } from '../policies/operators/operator.ts';
import { RULE_NAMES_ZH } from './rule-names.ts';

/** Joins parts as a list: "a, b and c", a、b且c. */
export function joinAll(parts: readonly Words[]): Words {
  const last = parts.at(-1);
  if (last === undefined) return { en: '', zh: '' };
  if (parts.length === 1) return last;
  const rest = parts.slice(0, -1);
  return {
    en: `${rest.map((one) => one.en).join(', ')} and ${last.en}`,
    zh: `${rest.map((one) => one.zh).join('、')}且${last.zh}`,
  };
}

/** Joins parts of which one is enough: "at least one of: a; b". */
export function joinAny(parts: readonly Words[]): Words {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return {
    en: `at least one of: ${parts.map((one) => one.en).join('; ')}`,
    zh: `以下至少一项：${parts.map((one) => one.zh).join('；')}`,
  };
}

/** A sentence with an arrow between what was and what is: "14 days → 10 days". */
export function wordArrow(before: Words, after: Words): Words {
  return { en: `${before.en} → ${after.en}`, zh: `${before.zh} → ${after.zh}` };
}

/** A label before what is said of it: "Cash window: 14 days". */
export function wordLabelled(label: Words, said: Words): Words {
  return { en: `${label.en}: ${said.en}`, zh: `${label.zh}：${said.zh}` };
}

/** The same text in both languages: a code, a name. */
export function sameWords(text: string): Words {
  return { en: text, zh: text };
}

/**
 * A rule's name of lower-case words joined by hyphens, as people read it: "cash-window-passed" → "Cash window passed",
 * 已过现金退款期限. A rule that has no Chinese name is called by its own words in both languages.
 */
export function wordRuleName(name: string): Words {
  const words = name.replaceAll('-', ' ');
  const en = words.charAt(0).toUpperCase() + words.slice(1);
  return { en, zh: (Object.hasOwn(RULE_NAMES_ZH, name) ? RULE_NAMES_ZH[name] : undefined) ?? en };
}
