import type { WaitingItem } from '../../contract/http/waiting-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { can } from '../../core/access/can.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Screens, WaitingCount } from '../../ports/screens.ts';
import { listLiveVersions, listNames } from './unset-parameters.ts';
import type { LivePolicies } from './unset-parameters.ts';

/** Tells what waits for a person; other parts of the service add their own. */
export type WaitingSource = (actor: RequestActor) => Promise<readonly WaitingItem[]>;

/** What the list of what waits needs. */
export interface WaitingDeps {
  readonly screens: Screens;
  readonly policies: LivePolicies;
  readonly clock: Clock;
  readonly sources: readonly WaitingSource[];
}

/** What stands until somebody gets to it, and holds up nobody meanwhile. */
const STANDING: readonly WaitingItem['kind'][] = ['values_not_set', 'assumptions'];

/**
 * What waits for this person, as far as their roles can move it: first what somebody waits for, longest first, then
 * what stands in a policy; what has no instant comes last.
 */
export async function listWaiting(deps: WaitingDeps, actor: RequestActor): Promise<WaitingItem[]> {
  const names = await deps.policies.listPolicies();
  const parts = await Promise.all([
    listReferred(deps, names, actor),
    listOperations(deps, names, actor),
    listValues(deps, names, actor),
    ...deps.sources.map((source) => source(actor)),
  ]);
  const rankOf = ({ kind }: WaitingItem): number => (STANDING.includes(kind) ? 1 : 0);
  return parts
    .flat()
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.since ?? '\uffff').localeCompare(b.since ?? '\uffff'));
}

async function listReferred(
  { screens }: WaitingDeps,
  names: readonly string[],
  actor: RequestActor,
): Promise<WaitingItem[]> {
  const programs = names.filter((program) => hasRole(actor, 'reviewer', program));
  const counts = programs.length === 0 ? [] : await screens.countInReview(programs);
  return counts.map((row) =>
    describe(
      'referred_cases',
      row,
      {
        en: row.count === 1 ? '1 case waits for a person' : `${row.count} cases wait for a person`,
        zh: `${row.count}个案件等待人工处理`,
      },
      listLink('cases', row.program, { status: 'in_review' }),
    ),
  );
}

async function listOperations(
  { screens }: WaitingDeps,
  names: readonly string[],
  actor: RequestActor,
): Promise<WaitingItem[]> {
  const programs = names.filter((program) => can(actor, 'replay', 'operation', program));
  if (programs.length === 0) return [];
  const [letters, payouts] = await Promise.all([
    screens.countDeadLetters(programs),
    screens.countStuckPayouts(programs),
  ]);
  return [
    ...letters.map((row) =>
      describe(
        'dead_letters',
        row,
        {
          en: row.count === 1 ? '1 piece of work was given up' : `${row.count} pieces of work were given up`,
          zh: `${row.count}项任务已放弃`,
        },
        listLink('dead-letters', row.program, {}),
      ),
    ),
    ...payouts.map((row) =>
      describe(
        'failed_payouts',
        row,
        {
          en: row.count === 1 ? '1 payout waits for a person' : `${row.count} payouts wait for a person`,
          zh: `${row.count}笔付款等待人工处理`,
        },
        listLink('payouts', row.program, { status: ['failed', 'rejected', 'requires_action'] }),
      ),
    ),
  ];
}

/** Values that an owner has not set or not made theirs; the floor has its own owner. */
async function listValues(
  { policies, clock }: WaitingDeps,
  names: readonly string[],
  actor: RequestActor,
): Promise<WaitingItem[]> {
  const own = names.filter((policy) => can(actor, 'edit', 'policy', policy));
  const live = own.length === 0 ? [] : await listLiveVersions(policies, own, clock.now());
  return live.flatMap(({ version, sinceAt }) => {
    const [unset, assumed] = [listNames(version, 'unset').length, listNames(version, 'assumed').length];
    const link = `/policies/${version.policy}/show`;
    const row = (count: number): WaitingCount => ({ program: version.policy, count, sinceAt });
    const { name } = version.content;
    return [
      ...(unset === 0
        ? []
        : [
            describe(
              'values_not_set',
              row(unset),
              {
                en: `${name}: ${unset} ${unset === 1 ? 'value' : 'values'} not set`,
                zh: `${name}：${unset}个值未设置`,
              },
              link,
            ),
          ]),
      ...(assumed === 0
        ? []
        : [
            describe(
              'assumptions',
              row(assumed),
              {
                en: `${name}: ${assumed} ${assumed === 1 ? 'assumption' : 'assumptions'} not confirmed`,
                zh: `${name}：${assumed}个假定未确认`,
              },
              link,
            ),
          ]),
    ];
  });
}

function describe(
  kind: WaitingItem['kind'],
  { program, count, sinceAt }: WaitingCount,
  title: WaitingItem['title'],
  link: string,
): WaitingItem {
  return { kind, program, count, title, since: formatInstant(sinceAt), link };
}

/** Address of a list in the admin, with its filter. */
function listLink(resource: string, program: string, filter: Readonly<Record<string, unknown>>): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify({ program, ...filter }))}`;
}

function hasRole({ grants }: RequestActor, wanted: 'reviewer', program: string): boolean {
  return (
    program !== FLOOR_POLICY &&
    grants.some(({ role, programs }) => role === wanted && (programs.includes('*') || programs.includes(program)))
  );
}
