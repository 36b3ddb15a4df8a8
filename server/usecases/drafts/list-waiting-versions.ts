import type { WaitingItem } from '../../contract/http/waiting-view.ts';
import type { PolicyVersionRow } from '../../contract/http/policy-version-view.ts';
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
  const may = (action: 'approve' | 'edit' | 'confirm_emergency'): boolean => can(actor, action, 'policy', row.policy);
  const item = (kind: WaitingItem['kind'], title: WaitingItem['title'], since: string, link: string): WaitingItem => ({
    kind,
    program: row.policy,
    count: 1,
    title,
    since,
    link,
  });
  const { name, id } = row;
  const version = `v${row.nextNumber}`;
  if (row.status === 'submitted' && row.origin === 'emergency') {
    const isOpen = row.submission !== null && Date.parse(row.submission.at) + EMERGENCY_MS > now;
    if (!isOpen || mine || !may('confirm_emergency')) return [];
    return [
      item(
        'emergency_to_confirm',
        { en: `${name}: an emergency rollback waits for you`, zh: `${name}：紧急回滚等待您确认` },
        row.changedAt,
        `/policies/${row.policy}/show`,
      ),
    ];
  }
  if (row.status === 'submitted' && !mine && may('approve')) {
    return [
      item(
        'version_to_approve',
        { en: `${name} ${version} waits for your approval`, zh: `${name} ${version} 等待您审批` },
        row.changedAt,
        `/policy-versions/${id}/show`,
      ),
    ];
  }
  if (!mine || !may('edit')) return [];
  if (row.status === 'rejected')
    return [
      item(
        'version_rejected',
        { en: `${name}: your draft was sent back`, zh: `${name}：您的草稿被驳回` },
        row.changedAt,
        `/policy-versions/${id}`,
      ),
    ];
  if (row.status === 'draft' && row.behindLive)
    return [
      item(
        'draft_behind',
        { en: `${name}: your draft is behind what is live`, zh: `${name}：您的草稿落后于生效版本` },
        row.changedAt,
        `/policy-versions/${id}`,
      ),
    ];
  if (row.status === 'draft')
    return [
      item(
        'gate_open',
        { en: `${name}: your draft is not submitted`, zh: `${name}：您的草稿尚未提交` },
        row.changedAt,
        `/policy-versions/${id}/review`,
      ),
    ];
  if (row.status === 'scheduled' && row.effectiveFrom !== null && Date.parse(row.effectiveFrom) < now + SOON_MS) {
    return [
      item(
        'going_live',
        { en: `${name} ${version} goes live soon`, zh: `${name} ${version} 即将生效` },
        row.effectiveFrom,
        `/policies/${row.policy}/show`,
      ),
    ];
  }
  return [];
}
