import type { DraftChange, DraftOutcome, Drafts, DraftSummary } from '../../../server/ports/drafts.ts';
import { pickOne } from './memory-tables.ts';
import type { MemoryTables } from './memory-tables.ts';

/** Drafts over maps, under the same guards as the real ones; `now` stands for the primary's clock. */
export function createMemoryDrafts(tables: MemoryTables, now: () => number): Drafts {
  const { drafts, draftRevisions } = tables;
  return {
    find: async (id) => pickOne(drafts, id),
    findByNumber: async (policy, number) =>
      structuredClone(
        [...drafts.values()].find((draft) => draft.policy === policy && draft.approval?.number === number) ?? null,
      ),
    findRevision: async (draftId, revision) => pickOne(draftRevisions, `${draftId}/${revision}`),
    list: async ({ policies, states }) =>
      structuredClone(
        [...drafts.values()]
          .filter(
            ({ policy, state }) =>
              (policies === undefined || policies.includes(policy)) && (states === undefined || states.includes(state)),
          )
          .toSorted((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? 1 : -1))
          .map(
            ({
              content: _content,
              cases: _cases,
              accepted: _accepted,
              acknowledgements: _seen,
              beside: _beside,
              ...rest
            }): DraftSummary => rest,
          ),
      ),
    findLastSequence: async (policy) =>
      Math.max(0, ...[...drafts.values()].filter((draft) => draft.policy === policy).map(({ sequence }) => sequence)),
    async commit(change) {
      const outcome = judge(tables, change, now());
      if (outcome === 'committed') write(tables, structuredClone(change));
      return outcome;
    },
  };
}

/** The draft is the guard; what is published and noted with it must be new. */
function judge(tables: MemoryTables, change: DraftChange, now: number): DraftOutcome {
  const { draft, fromRev, publish, withdrawals = [], others = [], done, revision, audits } = change;
  const stored = tables.drafts.get(draft.id);
  if (fromRev === null ? stored !== undefined : stored?.rev !== fromRev) return fromRev === null ? 'taken' : 'moved';
  const latest = [
    ...(publish === undefined ? [] : [publish.activation.effectiveFrom - publish.leadMs]),
    ...withdrawals.map((one) => one.effectiveFrom - one.leadMs),
  ];
  if (fromRev !== null && latest.some((instant) => now > instant)) return 'moved';
  if (others.some(({ id, rev }) => tables.drafts.get(id)?.rev !== rev - 1)) return 'moved';
  const isTaken =
    (done !== undefined && tables.idempotency.has(`${done.scope}\n${done.key}`)) ||
    (revision !== undefined && tables.draftRevisions.has(`${revision.draftId}/${revision.revision}`)) ||
    (publish !== undefined && tables.versions.has(`${publish.version.policy}/${publish.version.number}`)) ||
    listActivations(change).some(({ id }) => tables.activations.has(id)) ||
    audits.some(({ id }) => tables.auditEvents.has(id));
  return isTaken ? 'taken' : 'committed';
}

function write(tables: MemoryTables, change: DraftChange): void {
  const { draft, others = [], done, revision, publish, audits } = change;
  for (const one of others) tables.drafts.set(one.id, one);
  if (done !== undefined) tables.idempotency.set(`${done.scope}\n${done.key}`, done);
  tables.drafts.set(draft.id, draft);
  if (revision !== undefined) tables.draftRevisions.set(`${revision.draftId}/${revision.revision}`, revision);
  if (publish !== undefined)
    tables.versions.set(`${publish.version.policy}/${publish.version.number}`, publish.version);
  for (const activation of listActivations(change)) tables.activations.set(activation.id, activation);
  for (const audit of audits) tables.auditEvents.set(audit.id, audit);
}

function listActivations({ publish, withdrawals = [] }: DraftChange) {
  return [publish?.activation, ...withdrawals.map((one) => one.activation)].filter((one) => one !== undefined);
}
