import type { FieldError } from '../../contract/error-registry.ts';
import { pointerOf } from '../../contract/field-errors.ts';

/** Deeper than any request of the contract, far from any stack's end. */
export const MAX_DEPTH = 64;

/** Keys by which an object could be turned into something else. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** What a string may not hold: NUL and halves of surrogate pairs, which drivers change silently. */
// oxlint-disable-next-line no-control-regex -- NUL is what is looked for
const ILL_FORMED = /[\u0000\p{Surrogate}]/u;

/**
 * The first thing in parsed JSON that must go no further, whatever the contract says of it: nesting above
 * {@link MAX_DEPTH}, keys that are operators or reach a prototype, ill-formed text, numbers outside the safe range.
 * Null where there is none. Runs before any schema, and cannot overflow the stack.
 */
export function findJsonHazard(value: unknown): FieldError | null {
  return visit(value, []);
}

function visit(value: unknown, path: (string | number)[]): FieldError | null {
  switch (typeof value) {
    case 'string':
      return ILL_FORMED.test(value) ? hazard(path, 'ill_formed_text', 'must be well-formed Unicode without NUL') : null;
    case 'number':
      return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
        ? null
        : hazard(path, 'unsafe_number', 'must be a number that is exact in JSON, below 2^53');
    case 'object':
      if (value === null) return null;
      if (path.length >= MAX_DEPTH)
        return hazard(path.slice(0, 8), 'too_deep', `must be nested at most ${MAX_DEPTH} deep`);
      return Array.isArray(value) ? visitArray(value, path) : visitObject(value as Record<string, unknown>, path);
    default:
      return null;
  }
}

function visitArray(items: readonly unknown[], path: (string | number)[]): FieldError | null {
  for (let index = 0; index < items.length; index += 1) {
    path.push(index);
    const found = visit(items[index], path);
    if (found !== null) return found;
    path.pop();
  }
  return null;
}

function visitObject(object: Readonly<Record<string, unknown>>, path: (string | number)[]): FieldError | null {
  for (const key of Object.keys(object)) {
    path.push(key);
    const found = checkKey(key, path) ?? visit(object[key], path);
    if (found !== null) return found;
    path.pop();
  }
  return null;
}

function checkKey(key: string, path: readonly (string | number)[]): FieldError | null {
  if (FORBIDDEN_KEYS.has(key) || key.startsWith('$'))
    return hazard(path, 'forbidden_key', 'is not allowed as the name of a field');
  if (ILL_FORMED.test(key))
    return hazard(path.slice(0, -1), 'ill_formed_text', 'has a field whose name is not well-formed');
  return null;
}

function hazard(path: readonly (string | number)[], code: string, message: string): FieldError {
  return { pointer: pointerOf(path), code, message };
}
