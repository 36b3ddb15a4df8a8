import type { PolicyVersionRow } from '../../contract/http/policy-version-view.ts';
import type { PolicyView } from '../../contract/http/policy-view.ts';
import { diffContents } from '../../core/policies/diff-contents.ts';
import type { DiffItem } from '../../core/policies/diff-item.ts';
import { diffCases } from '../drafts/diff-cases.ts';
import type { DraftDeps, GoldenDraft } from '../drafts/draft-deps.ts';
import { EMERGENCY_MS } from '../drafts/emergency-rollback.ts';
import { findByNumber, getDocument } from '../drafts/find-document.ts';
import { listClauses } from './list-clauses.ts';
import { describePolicy } from './list-policies.ts';

/** Most rows of a timeline. */
const MOST_ROWS = 60;
/** Most summaries that are remembered. */
const MOST_SUMMARIES = 1_000;
const MONTH_MS = 30 * 86_400_000;
/** Changes that a summary tells one by one. */
const MOST_TOLD = 2;

/** A policy with its history and what an owner should look at. Throws POLICY_NOT_FOUND. */
export async function getPolicy(deps: DraftDeps, policy: string): Promise<PolicyView> {
  const { row, versions, content } = await describePolicy(deps, policy);
  const shown = versions.filter((one) => one.status !== 'draft').slice(0, MOST_ROWS);
  const timeline = await Promise.all(shown.map((one) => describeRow(deps, one)));
  const clauses = await listClauses(deps, policy);
  return {
    ...row,
    timeline: timeline.toSorted((a, b) => b.at.localeCompare(a.at)),
    health: {
      unset: content.parameters
        .filter((one) => one.provenance === 'unset')
        .map(({ name, label, whenUnset = 'refer' }) => ({ name, label: { ...label }, whenUnset })),
      assumed: content.parameters
        .filter((one) => one.provenance === 'assumed')
        .map(({ name, label }) => ({ name, label: { ...label } })),
      clauses: {
        total: clauses.length,
        accounted: clauses.filter((one) => one.carriedBy !== null && one.carriedBy !== 'not_yet').length,
      },
      decisions: row.isFloor || row.live === null ? null : await countDecisions(deps, policy, row.live.number),
    },
    emergency: findEmergency(deps, versions),
  };
}

function findEmergency(deps: DraftDeps, versions: readonly PolicyVersionRow[]): PolicyView['emergency'] {
  const found = versions.find((one) => one.origin === 'emergency' && one.status === 'submitted');
  if (found?.submission === undefined || found.submission === null) return null;
  const expiresAt = Date.parse(found.submission.at) + EMERGENCY_MS;
  if (expiresAt < deps.clock.now()) return null;
  return {
    id: found.id,
    toNumber: found.equalTo ?? found.basedOn.number,
    reason: found.submission.reason,
    requestedBy: found.submission.by,
    requestedAt: found.submission.at,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

async function countDecisions(deps: DraftDeps, policy: string, number: number): Promise<number> {
  const filter = { program: policy, policyNumber: number, decidedAt_gte: deps.clock.now() - MONTH_MS };
  return (await deps.reads.listDecisions({ from: 0, to: 0, sort: ['decidedAt', 'DESC'], filter })).total;
}

async function describeRow(deps: DraftDeps, row: PolicyVersionRow): Promise<PolicyView['timeline'][number]> {
  const summary = await summarise(deps, row);
  const [author] = row.authors;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    at: row.effectiveFrom ?? row.changedAt,
    summary: summary.words,
    changes: summary.changes,
    author: author ?? null,
    approver: row.sequence === null ? null : (row.approval?.by ?? null),
    emergency: row.origin === 'emergency',
    reason: row.rejection?.reason ?? row.closing?.reason ?? row.submission?.reason ?? null,
  };
}

/** By where the drafts are, since ids are alike everywhere. */
const summariesOf = new WeakMap<DraftDeps['drafts'], Map<string, Summary>>();
interface Summary {
  readonly words: { en: string; zh: string };
  readonly changes: number;
}

/** A row that has not changed since tells the same; an outcome may be accepted without another save. */
async function summarise(deps: DraftDeps, row: PolicyVersionRow): Promise<Summary> {
  const summaries = summariesOf.get(deps.drafts) ?? new Map<string, Summary>();
  summariesOf.set(deps.drafts, summaries);
  const key = `${row.id} ${row.changedAt} ${row.submission?.digest ?? ''}`;
  const known = summaries.get(key);
  if (known !== undefined) return known;
  const draft = await getDocument(deps, row.id);
  const base = draft.basedOn === 0 ? null : await findByNumber(deps, draft.policy, draft.basedOn);
  const made = tellChanges(base, draft);
  if (summaries.size > MOST_SUMMARIES) summaries.clear();
  summaries.set(key, made);
  return made;
}

function tellChanges(before: GoldenDraft | null, after: GoldenDraft): Summary {
  if (before === null) return { words: { en: 'First version', zh: '首个版本' }, changes: 0 };
  const items = [...diffContents(before.content, after.content), ...diffCases(before, after)];
  if (items.length === 0) return { words: { en: `Equal to what it began from`, zh: '与起始版本相同' }, changes: 0 };
  const told = (language: 'en' | 'zh'): string =>
    items
      .slice(0, MOST_TOLD)
      .map((item: DiffItem) => item.sentence[language])
      .join(language === 'en' ? '; ' : '；');
  const more = items.length - MOST_TOLD;
  return {
    words: {
      en: told('en') + (more > 0 ? `; ${more} more` : ''),
      zh: told('zh') + (more > 0 ? `；另有 ${more} 项` : ''),
    },
    changes: items.length,
  };
}
