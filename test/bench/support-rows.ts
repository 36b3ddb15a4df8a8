import type { BenchRow } from './engine.ts';
import type { RoundFigures } from './support-round.ts';
import { median, medianRatio, round } from './support-stats.ts';

type Pick = (figures: RoundFigures) => number;

/** The service against the bare transactions of the same rounds. */
export function presentService(rounds: readonly RoundFigures[], inFlight: number): BenchRow[] {
  const each = (pick: Pick): number[] => rounds.map(pick);
  const row = (figure: string, own: Pick, bare: Pick, target: string, detail: Record<string, number>): BenchRow => ({
    figure,
    ratio: round(medianRatio(each(own), each(bare))),
    target,
    detail: { own: round(median(each(own)), 1), bare: round(median(each(bare)), 1), ...detail },
  });
  const bareInFlight = { bareInFlight: inFlight };
  const worst = (pick: Pick): number => round(Math.max(...each(pick)), 0);
  return [
    row(
      'failures in batches to ledger posted, cases/s',
      (f) => f.events,
      (f) => f.eventsBare,
      '≥ 2',
      bareInFlight,
    ),
    row(
      'claims/s, 64 in flight',
      (f) => f.claims64.perSecond,
      (f) => f.claims64Bare,
      '≥ 1',
      {
        ...bareInFlight,
        p50Ms: round(median(each((f) => f.claims64.p50)), 1),
        p99Ms: round(median(each((f) => f.claims64.p99)), 1),
      },
    ),
    row(
      'claims/s, 256 in flight',
      (f) => f.claims256.perSecond,
      (f) => f.claims256Bare,
      '≥ 1.3',
      {
        ...bareInFlight,
        p50Ms: round(median(each((f) => f.claims256.p50)), 1),
        p99Ms: round(median(each((f) => f.claims256.p99)), 1),
      },
    ),
    row(
      'one claim in flight, p50 ms',
      (f) => f.alone,
      (f) => f.aloneBare,
      '≤ 1.5',
      {},
    ),
    {
      figure: 'failure received to credits visible at 200 a second, p99 ms',
      ratio: round(median(each((f) => f.latency.p99)), 0),
      target: '< 1000',
      detail: { p50Ms: round(median(each((f) => f.latency.p50)), 0), worstP99Ms: worst((f) => f.latency.p99) },
    },
  ];
}

/** How the figures change as something grows; above 1 is slower. */
export function presentGrowth(
  what: string,
  small: readonly RoundFigures[],
  grown: readonly RoundFigures[],
): BenchRow[] {
  const row = (figure: string, target: string, slower: readonly number[], base: readonly number[]): BenchRow => ({
    figure: `${what}: ${figure}`,
    ratio: round(medianRatio(slower, base)),
    target,
    detail: { before: round(median(base), 3), after: round(median(slower), 3) },
  });
  const perCase = (rounds: readonly RoundFigures[], pick: Pick): number[] => rounds.map((one) => 1_000 / pick(one));
  const each = (rounds: readonly RoundFigures[], pick: Pick): number[] => rounds.map(pick);
  const rows: readonly [string, string, Pick][] = [
    ['ms a failed case', 'stated', (f) => f.events],
    ['ms a claim, 64 in flight', '≤ 1.3 by cases', (f) => f.claims64.perSecond],
    ['ms a claim, 256 in flight', '≤ 1.3 by cases', (f) => f.claims256.perSecond],
  ];
  return [
    ...rows.map(([figure, target, pick]) => row(figure, target, perCase(grown, pick), perCase(small, pick))),
    row(
      'one claim in flight, p50 ms',
      'stated',
      each(grown, (f) => f.alone),
      each(small, (f) => f.alone),
    ),
    row(
      'failure to credits, p99 ms',
      'stated',
      each(grown, (f) => f.latency.p99),
      each(small, (f) => f.latency.p99),
    ),
  ];
}
