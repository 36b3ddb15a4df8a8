import type { Words } from './operators/operator.ts';

export const DIFF_KINDS = ['parameter', 'rule', 'matrix', 'message', 'basis', 'case'] as const;
export const DIFF_CHANGES = ['added', 'removed', 'changed', 'moved'] as const;

/** One change between two versions as a person would tell it. `old` and `new` are absent where there is nothing. */
export interface DiffItem {
  readonly kind: (typeof DIFF_KINDS)[number];
  readonly change: (typeof DIFF_CHANGES)[number];
  readonly name: string;
  readonly sentence: Words;
  readonly clause?: string;
  readonly old?: unknown;
  readonly new?: unknown;
  readonly unit?: string;
}
