import type { StaffLocale } from '../../policies/use-words.ts';

/** What the options of the choices that exist mean; an option of another choice is shown by its name. */
const MEANINGS: Readonly<Record<string, Readonly<Record<StaffLocale, string>>>> = {
  full: { en: 'full: the customer is told the reason', zh: '完整：告知客户原因' },
  generic: { en: 'generic: thank, give no reason', zh: '通用：致谢，不说明原因' },
};

/** An option of a choice, with what it means. */
export function sayChoice(option: string, locale: StaffLocale): string {
  return MEANINGS[option]?.[locale] ?? option;
}
