import type { Bounds } from '../../../server/contract/policy-vocabulary.ts';

/** What a text field of a whole number holds: the number, or what is wrong with it. */
export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly wrong: 'not_whole' | 'out_of_bounds' };

/** Reads a whole number within bounds; the text itself is left to the field, which quotes it. */
export function readWholeNumber(text: string, bounds: Bounds): ReadNumber {
  const trimmed = text.trim();
  if (!/^-?\d{1,15}$/u.test(trimmed)) return { ok: false, wrong: 'not_whole' };
  const value = Number(trimmed);
  return value < bounds.min || value > bounds.max ? { ok: false, wrong: 'out_of_bounds' } : { ok: true, value };
}

/** Reads a percentage of one or two digits after the point as basis points; bounds are basis points too. */
export function readPercentage(text: string, bounds: Bounds): ReadNumber {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/u.exec(text.trim());
  if (found === null) return { ok: false, wrong: 'not_whole' };
  const value = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return value < bounds.min || value > bounds.max ? { ok: false, wrong: 'out_of_bounds' } : { ok: true, value };
}
