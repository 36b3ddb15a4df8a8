import { REASON_WORDS } from '../../server/contract/sentences.ts';

/** What the reason codes say in a language, by code: the same words that sentences of the server use. */
export function listReasonWords(locale: 'en' | 'zh'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(REASON_WORDS).map(([code, words]) => [code, words[locale]]));
}
