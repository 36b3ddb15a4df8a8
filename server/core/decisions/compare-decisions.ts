import { canonicalise } from '../records/canonical.ts';
import type { DecisionDraft } from './decision.ts';

/** One place where a replayed decision is not the stored one, as a JSON pointer; an absent side has nothing there. */
export interface Difference {
  readonly path: string;
  readonly stored?: unknown;
  readonly again?: unknown;
}

/** Compares two decisions over their canonical text, byte for byte: empty exactly where they are identical. */
export function compareDecisions(stored: DecisionDraft, again: DecisionDraft): readonly Difference[] {
  const storedText = canonicalise(stored);
  const againText = canonicalise(again);
  if (storedText === againText) return [];
  return listDifferences(JSON.parse(storedText), JSON.parse(againText), '');
}

function listDifferences(stored: unknown, again: unknown, path: string): Difference[] {
  if (!isBranch(stored) || !isBranch(again) || Array.isArray(stored) !== Array.isArray(again)) {
    return stored === again ? [] : [differ(path, stored, again)];
  }
  const keys = new Set([...Object.keys(stored), ...Object.keys(again)]);
  return [...keys].toSorted().flatMap((key) => listDifferences(stored[key], again[key], `${path}/${escapeKey(key)}`));
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function differ(path: string, stored: unknown, again: unknown): Difference {
  return { path, ...(stored === undefined ? {} : { stored }), ...(again === undefined ? {} : { again }) };
}

/** RFC 6901. */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
