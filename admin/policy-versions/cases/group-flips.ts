import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';

/** Boundary cases that were made from one case and come out alike: one thing to look at. */
export interface FlipGroup {
  readonly key: string;
  readonly rows: readonly [FlipRowView, ...FlipRowView[]];
}

/** Groups rows by case, outcomes and whether somebody has looked; in the order in which they came. */
export function groupFlips(rows: readonly FlipRowView[]): readonly FlipGroup[] {
  const groups = new Map<string, [FlipRowView, ...FlipRowView[]]>();
  for (const row of rows) {
    const key = [
      row.parameter,
      row.rule,
      row.caseName,
      row.flips,
      row.live?.words.en ?? '',
      row.live?.reasonCode ?? '',
      row.draft.words.en,
      row.draft.reasonCode,
      row.acknowledged?.by.id ?? '',
      row.acknowledged?.at ?? '',
    ].join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}

/** What boundary cases belong to: a parameter or a rule; the other is null. */
export type FlipSubject = Pick<FlipRowView, 'parameter' | 'rule'>;

/** The parameters and rules that rows belong to, each once, in the order in which they came. */
export function listFlipSubjects(rows: readonly FlipRowView[]): readonly FlipSubject[] {
  const subjects = new Map(rows.map(({ parameter, rule }) => [`${parameter}/${rule}`, { parameter, rule }]));
  return [...subjects.values()];
}
