import type { EffectState } from '../../core/cases/case.ts';
import type { EffectKind, PlannedEffect } from '../../core/decisions/decision.ts';
import type { EntryKind, LedgerEntry } from '../../core/ledger/entry.ts';
import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** What posting each kind of effect leaves in the ledger; the others leave nothing. */
const ENTRY_OF: Readonly<Partial<Record<EffectKind, EntryKind>>> = {
  credit_restore: 'credits_restored',
  courtesy_credit: 'courtesy_granted',
  credit_forfeit: 'credits_forfeited',
  cash_refund: 'refund_promised',
};

/** An entry that posted an effect, as far as it is compared. */
interface Post {
  readonly kind: EntryKind;
  readonly decisionId: string | undefined;
  /** Sum of its positive postings. */
  readonly amount: number;
}

/** Each effect that was posted has exactly its entry; one that was not has none; and no such entry is without its effect. */
export const effectsMatchEntries: Invariant = {
  name: 'every posted effect has its ledger entry, and every such entry its effect',
  async check(audit) {
    const posts = await loadPosts(audit);
    const states = await loadStates(audit);
    let count = 0;
    for await (const stored of audit.decisions()) {
      for (const [index, effect] of stored.decision.effects.entries()) {
        count += 1;
        const key = `post/${stored.id}/${index}`;
        const problem = compare(stored, effect, states.get(`${stored.id} ${effect.key}`), posts.get(key));
        posts.delete(key);
        if (problem !== null)
          return {
            checked: countOf(count, 'effect'),
            violation: `effect ${effect.key} of decision ${stored.id} ${problem}`,
          };
      }
    }
    const [orphan] = posts;
    const checked = countOf(count, 'effect');
    return orphan === undefined
      ? { checked }
      : { checked, violation: `entry ${orphan[0]} posts an effect that no decision planned` };
  },
};

async function loadPosts(audit: LedgerAudit): Promise<Map<string, Post>> {
  const posts = new Map<string, Post>();
  for await (const entry of audit.entries()) {
    if (entry.key.startsWith('post/'))
      posts.set(entry.key, { kind: entry.kind, decisionId: entry.decisionId, amount: sumPositive(entry) });
  }
  return posts;
}

function sumPositive(entry: LedgerEntry): number {
  return entry.postings.reduce((sum, posting) => sum + Math.max(0, posting.amount), 0);
}

/** States by decision and key. */
async function loadStates(audit: LedgerAudit): Promise<Map<string, EffectState>> {
  const states = new Map<string, EffectState>();
  for await (const { effects } of audit.cases())
    for (const effect of effects) states.set(`${effect.decisionId} ${effect.key}`, effect.state);
  return states;
}

function compare(
  stored: StoredDecision,
  effect: PlannedEffect,
  state: EffectState | undefined,
  post: Post | undefined,
): string | null {
  if (state === undefined) return `is not in case ${stored.caseId}`;
  const kind = ENTRY_OF[effect.kind];
  const posted = kind !== undefined && (state === 'posted' || state === 'reversed');
  if (!posted) return post === undefined ? null : `is ${state} and has an entry`;
  if (post === undefined) return `is ${state} and has no entry`;
  if (post.kind !== kind) return `was posted as ${post.kind}`;
  if (post.decisionId !== stored.id) return `was posted for decision ${post.decisionId ?? 'nothing'}`;
  const planned = amountOf(effect);
  return post.amount === planned ? null : `planned ${planned} and posted ${post.amount}`;
}

function amountOf(effect: PlannedEffect): number {
  if (effect.kind === 'cash_refund') return effect.amountMinor;
  return 'credits' in effect ? effect.credits : 0;
}
