import { cutNearMiss } from '../../core/decisions/verdict-sentence.ts';

/** What stands where a customer would. */
export const MASK = '••••';

/**
 * A reply without what tells who a customer is: their id, what was written to them, and facts about them in a trace.
 * `knows` says whether the caller may read customers of a program; a part that names its program goes by that, others
 * by what holds them.
 */
export function maskCustomers<T>(reply: T, knows: (program: string) => boolean, knowsHere: boolean): T {
  return mask(reply, knows, knowsHere) as T;
}

function mask(value: unknown, knows: (program: string) => boolean, outer: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => mask(item, knows, outer));
  if (!isObject(value)) return value;
  const { program } = value as { readonly program?: unknown };
  const known = typeof program === 'string' ? knows(program) : outer;
  if (known) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, maskField(name, part, value, knows)]);
  return Object.fromEntries(entries) as unknown;
}

function maskField(name: string, part: unknown, whole: object, knows: (program: string) => boolean): unknown {
  if (name === 'customerId' && typeof part === 'string') return MASK;
  if (name === 'message' && isObject(part) && 'customer' in part) return maskMessage(part);
  const aboutCustomer = isAboutCustomer(whole);
  if (aboutCustomer && (name === 'actual' || name === 'margin')) return null;
  if (aboutCustomer && (name === 'sentence' || name === 'words')) return { en: MASK, zh: MASK };
  // The same near miss is told once more at the end of the verdict, and of a decision in a timeline.
  if (name === 'verdict' && 'nearMiss' in whole && isAboutCustomer(whole.nearMiss)) return cutWords(part);
  if (name === 'summary' && 'kind' in whole && whole.kind === 'decision') return cutText(part);
  return mask(part, knows, false);
}

/** A decision's messages do not tell which fact its near miss is about, so that none is shown. */
function maskMessage(message: object): object {
  return { ...message, customer: MASK, ...('internal' in message ? { internal: cutText(message.internal) } : {}) };
}

function cutWords(words: unknown): unknown {
  if (!isObject(words)) return words;
  return Object.fromEntries(Object.entries(words).map(([locale, text]) => [locale, cutText(text)])) as unknown;
}

function cutText(text: unknown): unknown {
  return typeof text === 'string' ? cutNearMiss(text) : text;
}

function isAboutCustomer(node: unknown): boolean {
  return isObject(node) && 'fact' in node && typeof node.fact === 'string' && node.fact.startsWith('customer.');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
