import { messagesEn } from '../../../admin/i18n/messages.en.ts';

const TIME = /(?<![\d:.])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{3})?)?(?![\d:.])/g;
const ZONE = /^\s?(?:UTC|GMT[+-]?[\d:]*|[A-Z]{2,5})(?![a-z])/;
const DECIMAL = /(?<![\d:.,])\d[\d,]*\.\d{2}(?![\d.])/g;
const CURRENCY = /^\s?[A-Z]{3}\b/;
const KEYS = new RegExp(`(?<![\\w./-])(?:resources|${Object.keys(messagesEn).join('|')})\\.[a-z]\\w*(?:\\.\\w+)*`, 'g');
const BROKEN = /%\{\w+\}|\[object Object\]|\bundefined\b|\bNaN\b|Invalid Date/g;

/** Times of a text that no zone follows. */
export function findBareTimes(text: string): string[] {
  return findNotFollowed(text, TIME, ZONE);
}

/** Amounts with two decimals that no currency follows, and amounts with a bare symbol. */
export function findBareAmounts(text: string): string[] {
  return [...findNotFollowed(text, DECIMAL, CURRENCY), ...(text.match(/[€£¥$]\s?\d[\d.,]*/g) ?? [])];
}

/** Keys of the catalogues that were shown instead of their words, and words with a blank that nothing filled. */
export function findUntranslated(text: string): string[] {
  return [...(text.match(KEYS) ?? []), ...(text.match(BROKEN) ?? [])];
}

function findNotFollowed(text: string, what: RegExp, by: RegExp): string[] {
  return [...text.matchAll(what)]
    .filter((match) => !by.test(text.slice(match.index + match[0].length)))
    .map((match) => text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 8));
}

// A rule's name is its author's, and may be what a reason is called in English.
const { reason: _reasons, ...screens } = messagesEn;
const ENGLISH = [...new Set(listSentences(screens))].filter(
  (text) => text.split(' ').length >= 3 && !text.includes('%{'),
);

/** Words of the English catalogue in a text that should have none. */
export function findEnglish(text: string): string[] {
  return ENGLISH.filter((words) => text.includes(words));
}

function listSentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listSentences) : [];
}
