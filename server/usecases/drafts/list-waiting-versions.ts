import type { WaitingItem } from '../../contract/http/waiting-view.ts';
import type { PolicyVersionRow } from '../../contract/http/policy-version-view.ts';
import type { Action } from '../../core/access/permission.ts';
import { can } from '../../core/access/can.ts';
import { nameActor } from '../../core/access/request-actor.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { DraftDeps } from './draft-deps.ts';
import { EMERGENCY_MS } from './emergency-rollback.ts';
import { listRows } from './list-versions.ts';

/** How long before it goes live a scheduled version is told of. */
const SOON_MS = 48 * 3_600_000;

/** What of the life of policy versions waits for this person: what they may approve or confirm, and their own drafts that need them. */
export async function listWaitingVersions(deps: DraftDeps, actor: RequestActor): Promise<WaitingItem[]> {
  if (actor.kind !== 'user') return [];
  const policies = (await deps.policies.listPolicies()).filter((policy) => can(actor, 'read', 'policy', policy));
  const rows = (await Promise.all(policies.map((policy) => listRows(deps, policy)))).flat();
  return rows.flatMap((row) => describe(row, actor, deps.clock.now()));
}

function describe(row: PolicyVersionRow, actor: RequestActor, now: number): WaitingItem[] {
  const mine = row.authors.some((one) => one.id === nameActor(actor));
  const may = (action: Action): boolean => can(actor, action, 'policy', row.policy);
  const kind = mine ? (may('edit') ? nameOwn(row, now) : null) : nameOthers(row, now, may);
  if (kind === null) return [];
  const { name, policy, id } = row;
  const said = SAID[kind](nameVersion(row));
  const since = kind === 'going_live' && row.effectiveFrom !== null ? row.effectiveFrom : row.changedAt;
  return [
    {
      kind,
      program: policy,
      count: 1,
      title: { en: `${name}${said.en}`, zh: `${name}${said.zh}` },
      since,
      link: LINKS[kind](policy, id),
    },
  ];
}

/** What its own page calls a version: by its number once it has one, which is not sure before, else as a draft. */
function nameVersion({ number, sequence, nextNumber }: PolicyVersionRow): Record<'en' | 'zh', string> {
  if (number === null && sequence !== null) return { en: `draft ${sequence}`, zh: `草稿 ${sequence}` };
  return { en: `v${number ?? nextNumber}`, zh: `v${number ?? nextNumber}` };
}

type VersionKind =
  | 'emergency_to_confirm'
  | 'version_to_approve'
  | 'version_rejected'
  | 'draft_behind'
  | 'gate_open'
  | 'going_live';

const SAID: Readonly<
  Record<VersionKind, (version: Record<'en' | 'zh', string>) => { readonly en: string; readonly zh: string }>
> = {
  emergency_to_confirm: () => ({ en: ': an emergency rollback waits for you', zh: '：紧急回滚等待您确认' }),
  version_to_approve: (version) => ({
    en: `, ${version.en} waits for your approval`,
    zh: `，${version.zh} 等待您审批`,
  }),
  version_rejected: () => ({ en: ': your draft was sent back', zh: '：您的草稿被驳回' }),
  draft_behind: () => ({ en: ': your draft is behind what is live', zh: '：您的草稿落后于生效版本' }),
  gate_open: () => ({ en: ': your draft is not submitted', zh: '：您的草稿尚未提交' }),
  going_live: (version) => ({ en: ` ${version.en} goes live soon`, zh: ` ${version.zh} 即将生效` }),
};

const toPolicy = (policy: string): string => `/policies/${policy}/show`;
const LINKS: Readonly<Record<VersionKind, (policy: string, id: string) => string>> = {
  emergency_to_confirm: toPolicy,
  version_to_approve: (_policy, id) => `/policy-versions/${id}/show`,
  version_rejected: (_policy, id) => `/policy-versions/${id}`,
  draft_behind: (_policy, id) => `/policy-versions/${id}`,
  gate_open: (_policy, id) => `/policy-versions/${id}/review`,
  going_live: toPolicy,
};

/** What of others' versions waits for somebody who had no hand in them. */
function nameOthers(row: PolicyVersionRow, now: number, may: (action: Action) => boolean): VersionKind | null {
  if (row.status !== 'submitted') return null;
  if (row.origin !== 'emergency') return may('approve') ? 'version_to_approve' : null;
  const isOpen = row.submission !== null && Date.parse(row.submission.at) + EMERGENCY_MS > now;
  return isOpen && may('confirm_emergency') ? 'emergency_to_confirm' : null;
}

/** What of somebody's own versions needs them. */
function nameOwn(row: PolicyVersionRow, now: number): VersionKind | null {
  if (row.status === 'rejected') return 'version_rejected';
  if (row.status === 'draft') return row.behindLive ? 'draft_behind' : 'gate_open';
  const isSoon = row.effectiveFrom !== null && Date.parse(row.effectiveFrom) < now + SOON_MS;
  return row.status === 'scheduled' && isSoon ? 'going_live' : null;
}
