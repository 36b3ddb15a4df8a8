import type { LookupHit } from '../../contract/http/lookup-view.ts';
import { can, listProgramsFor } from '../../core/access/can.ts';
import type { Subject } from '../../core/access/permission.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { ALL_PROGRAMS } from '../../core/access/role.ts';
import { rulesFor } from '../../core/access/rules-for.ts';
import type { ApiKeys } from '../../ports/api-keys.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Policies } from '../../ports/policies.ts';
import type { Reads } from '../../ports/reads.ts';
import type { User, Users } from '../../ports/users.ts';

/** What is looked through. */
export interface LookUpDeps {
  readonly reads: Pick<Reads, 'findCase' | 'findDecisions' | 'findPayout' | 'findWallet' | 'listEntries' | 'listCases'>;
  readonly policies: Pick<Policies, 'listPolicies' | 'listVersions'>;
  readonly users: Pick<Users, 'find'>;
  readonly apiKeys: Pick<ApiKeys, 'list'>;
  readonly auditTrail: Pick<AuditTrail, 'list'>;
}

/** A digest is recognised from so many characters on. */
const MIN_DIGEST = 8;
const ONE_ROW = { from: 0, to: 0 } as const;

/** What a text names exactly, among what the actor may see: ids of any kind, a version by number or digest. */
export async function lookUp(deps: LookUpDeps, text: string, actor: RequestActor): Promise<LookupHit[]> {
  const policies = await deps.policies.listPolicies();
  const parts = await Promise.all([
    findRecords(deps, text),
    findWallets(deps, text, policies),
    findPolicies(deps, text, policies),
    findPeople(deps, text),
  ]);
  return parts
    .flat()
    .filter((found) => maySee(actor, found))
    .map(({ subject: _subject, programs: _programs, ...hit }) => hit);
}

/** `programs`: those that a hit without a program of its own belongs to; any of them will do. */
type Found = LookupHit & { readonly subject: Subject; readonly programs?: readonly string[] };

/** What names no program, and of which nothing else is known, is for those who may see it in all programs. */
function maySee(actor: RequestActor, { subject, program, programs }: Found): boolean {
  if (program !== null) return can(actor, 'read', subject, program);
  if (programs !== undefined)
    return programs.some((one) => can(actor, 'read', subject, one === ALL_PROGRAMS ? undefined : one));
  return actor.kind === 'user' && listProgramsFor(rulesFor(actor.grants), 'read', subject) === null;
}

async function findRecords({ reads }: LookUpDeps, text: string): Promise<Found[]> {
  const [kase, decisions, payout, entries] = await Promise.all([
    reads.findCase(text),
    reads.findDecisions([text]),
    reads.findPayout(text),
    reads.listEntries({ ...ONE_ROW, sort: ['recordedAt', 'DESC'], filter: { key: text } }),
  ]);
  return [
    ...(kase === null ? [] : [hit('case', 'case', kase.program, kase.id, `/cases/${kase.id}/show`)]),
    ...decisions.map(({ id, program }) => hit('decision', 'decision', program, id, `/decisions/${id}/show`)),
    ...(payout === null
      ? []
      : [hit('payout', 'payout', payout.program, payout.id, `/payouts/${encodeURIComponent(payout.id)}/show`)]),
    ...entries.items.map(({ program, key }) =>
      hit('entry', 'entry', program, key, listLink('ledger-entries', { program })),
    ),
  ];
}

/** A wallet as `program~id`, `program/id` or by its id alone; a customer by their id. */
async function findWallets({ reads }: LookUpDeps, text: string, policies: readonly string[]): Promise<Found[]> {
  const found = await Promise.all(
    policies.map(async (program): Promise<Found[]> => {
      const id =
        text.startsWith(`${program}~`) || text.startsWith(`${program}/`) ? text.slice(program.length + 1) : text;
      const [wallet, cases] = await Promise.all([
        reads.findWallet(program, id),
        reads.listCases({ ...ONE_ROW, sort: ['openedAt', 'DESC'], filter: { program, customerId: id } }),
      ]);
      return [
        ...(wallet === null
          ? []
          : [hit('wallet', 'wallet', program, id, `/wallets/${encodeURIComponent(`${program}~${id}`)}/show`)]),
        ...(cases.total === 0
          ? []
          : [hit('customer', 'customer', program, id, listLink('cases', { program, customerId: id }))]),
      ];
    }),
  );
  return found.flat();
}

/** A policy by its name, a version as `program/4`, `program v4` or by its digest or the beginning of one. */
async function findPolicies({ policies }: LookUpDeps, text: string, names: readonly string[]): Promise<Found[]> {
  const lower = text.toLowerCase();
  const [, name = lower, number] = /^(.+?)(?:\/|\s*v)(\d+)$/.exec(lower) ?? [];
  const isDigest = lower.length >= MIN_DIGEST && /^[0-9a-f]+$/.test(lower);
  const asked = names.filter((policy) => policy === name || isDigest);
  const found = await Promise.all(
    asked.map(async (policy): Promise<Found[]> => {
      if (number === undefined && !isDigest)
        return [hit('policy', 'policy', policy, policy, `/policies/${policy}/show`)];
      const versions = (await policies.listVersions(policy)).filter((version) =>
        isDigest ? version.digest.startsWith(lower) : String(version.number) === number,
      );
      return versions.map((version) => {
        const id = `${policy}/${version.number}`;
        return {
          ...hit('policy_version', 'policy', policy, id, `/policies/${policy}/show?version=${version.number}`),
          label: `${version.content.name} v${version.number}`,
        };
      });
    }),
  );
  return found.flat();
}

async function findPeople({ users, apiKeys, auditTrail }: LookUpDeps, text: string): Promise<Found[]> {
  const [user, keys, events] = await Promise.all([
    users.find(text),
    apiKeys.list(),
    auditTrail.list({ ...ONE_ROW, sort: ['at', 'DESC'], filter: { id: text } }),
  ]);
  return [
    ...(user === null ? [] : [describeUser(user)]),
    ...keys
      .filter(({ id }) => id === text)
      .map(({ id, name, programs }) => ({
        ...hit('api_key', 'api_key', null, id, listLink('api-keys', { id })),
        label: name,
        programs,
      })),
    ...events.items.map(({ id, action, program }) => ({
      ...hit('audit_event', 'audit_event', program ?? null, id, listLink('audit-events', { id })),
      label: action,
    })),
  ];
}

/** Somebody concerns the programs in which they have rights. */
function describeUser({ id, name, grants }: User): Found {
  const programs = grants.flatMap((one) => one.programs);
  const found = { ...hit('user', 'user', null, id, `/users/${id}`), label: name };
  return programs.length === 0 ? found : { ...found, programs };
}

function hit(type: LookupHit['type'], subject: Subject, program: string | null, id: string, link: string): Found {
  return { type, subject, program, id, label: id, link };
}

function listLink(resource: string, filter: Readonly<Record<string, unknown>>): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
