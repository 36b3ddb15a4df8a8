import type { OverviewView } from '../../contract/http/overview-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import type { Clock } from '../../ports/platform.ts';
import type { CaseCount, GrantTotal, ReferralCount, Screens } from '../../ports/screens.ts';
import { listUnsetParameters } from './unset-parameters.ts';
import type { LivePolicies } from './unset-parameters.ts';

/** What the overview needs. */
export interface OverviewDeps {
  readonly screens: Screens;
  readonly policies: LivePolicies;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;

/**
 * The first page of some programs over the last `days` UTC days, today included. Each number is what the list of the
 * same filter holds.
 */
export async function getOverview(
  { screens, policies, clock }: OverviewDeps,
  programs: readonly string[],
  days: number,
): Promise<OverviewView> {
  const now = clock.now();
  const today = Math.floor(now / DAY_MS);
  const fromAt = (today - days + 1) * DAY_MS;
  const span = { fromAt, toAt: now, programs };
  const [cases, previous, referrals, grants, oldest, unset] = await Promise.all([
    screens.countCases(span),
    screens.countCases({ fromAt: fromAt - days * DAY_MS, toAt: fromAt, programs }),
    screens.countReferrals(span),
    screens.sumGrants(span),
    screens.findOldestInReview(programs),
    listUnsetParameters(policies, programs, now),
  ]);
  return {
    from: formatInstant(fromAt),
    to: formatInstant(now),
    claims: {
      total: sum(cases),
      previous: sum(previous),
      automatic: sum(cases.filter(({ disposition }) => disposition !== 'referred')),
    },
    oldestWaiting:
      oldest === null
        ? null
        : { caseId: oldest.caseId, program: oldest.program, since: formatInstant(oldest.openedAt) },
    byDay: Array.from({ length: days }, (_, index) => describeDay(cases, today - days + 1 + index)),
    referralsByReason: referrals.map((row) => describeReferral(row, unset.get(row.program) ?? [])),
    unsetParameters: programs.flatMap((program) => countUnset(program, referrals, unset.get(program) ?? [])),
    grantedByProgram: grants.flatMap(describeGrant),
  };
}

function sum(counts: readonly CaseCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function describeDay(cases: readonly CaseCount[], day: number): OverviewView['byDay'][number] {
  const of = (disposition: CaseCount['disposition']): number =>
    sum(cases.filter((one) => one.day === day && one.disposition === disposition));
  const counts = Object.fromEntries(DISPOSITIONS.map((name) => [name, of(name)])) as Record<
    (typeof DISPOSITIONS)[number],
    number
  >;
  return { day: formatInstant(day * DAY_MS).slice(0, 10), ...counts };
}

/** Missing names are those of facts, fields and parameters; the last are what an owner can do something about. */
function describeReferral(
  { program, reasonCode, count, missing }: ReferralCount,
  unset: readonly string[],
): OverviewView['referralsByReason'][number] {
  const names = missing.map(({ name }) => parameterOf(name));
  return { program, reasonCode, count, unsetParameters: unset.filter((name) => names.includes(name)) };
}

const parameterOf = (name: string): string => name.replace(/^param\.([^.]+).*$/, '$1');

/** What each value that is not set has sent to a person; the values that sent nothing are told too. */
function countUnset(
  program: string,
  referrals: readonly ReferralCount[],
  unset: readonly string[],
): OverviewView['unsetParameters'] {
  const missing = referrals.filter((row) => row.program === program).flatMap((row) => row.missing);
  return unset.map((name) => ({
    program,
    name,
    referrals: missing
      .filter((one) => parameterOf(one.name) === name)
      .reduce((total, { decisions }) => total + decisions, 0),
  }));
}

/** Money and credits are rows of their own: one has a currency, the other none. */
function describeGrant({
  program,
  currency,
  amountMinor,
  credits,
  decisions,
}: GrantTotal): OverviewView['grantedByProgram'] {
  if (currency !== null) return [{ program, currency, amountMinor, credits: 0, decisions }];
  return credits === 0 ? [] : [{ program, currency: null, amountMinor: 0, credits, decisions }];
}
