import type { PlannedEffect } from '../../core/decisions/decision.ts';
import { REFUND_ENTRY_KEYS } from '../../core/payouts/refund-entries.ts';
import { isOpen } from '../../core/payouts/payout-state.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

type CashRefund = Extract<PlannedEffect, { kind: 'cash_refund' }>;

/** A refund that a decision planned and a worker posted. */
interface Promised {
  readonly decisionId: string;
  readonly effect: CashRefund;
}

/** Each posted refund has exactly one payout of its amount, and each payout the entries that its status stands for. */
export const refundsMatchPayouts: Invariant = {
  name: 'every posted refund has one payout, and every payout its entries',
  async check(audit) {
    const promised = await loadPromised(audit);
    const entries = await loadEntryKeys(audit);
    let count = 0;
    for await (const payout of audit.payouts()) {
      count += 1;
      const problem = comparePromise(payout, promised.get(payout.id)) ?? compareEntries(payout, entries);
      promised.delete(payout.id);
      if (problem !== null)
        return { checked: countOf(count, 'payout'), violation: `payout ${payout.id} (${payout.status}) ${problem}` };
    }
    const [orphan] = promised;
    const checked = countOf(count, 'payout');
    return orphan === undefined
      ? { checked }
      : { checked, violation: `refund ${orphan[0]} of decision ${orphan[1].decisionId} was posted and has no payout` };
  },
};

async function loadPromised(audit: LedgerAudit): Promise<Map<string, Promised>> {
  const posted = new Set<string>();
  for await (const { effects } of audit.cases()) {
    for (const { kind, state, key } of effects)
      if (kind === 'cash_refund' && (state === 'posted' || state === 'reversed')) posted.add(key);
  }
  const promised = new Map<string, Promised>();
  for await (const { id, decision } of audit.decisions()) {
    for (const effect of decision.effects)
      if (effect.kind === 'cash_refund' && posted.has(effect.key)) promised.set(effect.key, { decisionId: id, effect });
  }
  return promised;
}

/** Keys of all entries about payouts, save those that promised them. */
async function loadEntryKeys(audit: LedgerAudit): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const entry of audit.entries()) if (entry.payoutId !== undefined) keys.add(entry.key);
  return keys;
}

function comparePromise(payout: Payout, promised: Promised | undefined): string | null {
  if (promised === undefined) return 'was promised by no decision';
  const { decisionId, effect } = promised;
  if (decisionId !== payout.decisionId) return `was promised by decision ${decisionId}, and names ${payout.decisionId}`;
  if (effect.orderId !== payout.orderId) return `is about order ${payout.orderId}, promised was ${effect.orderId}`;
  const same = effect.amountMinor === payout.amountMinor && effect.currency === payout.currency;
  return same
    ? null
    : `pays ${payout.amountMinor} ${payout.currency}, promised were ${effect.amountMinor} ${effect.currency}`;
}

function compareEntries(payout: Payout, entries: ReadonlySet<string>): string | null {
  const settled = payout.status === 'settled' || payout.status === 'reversed';
  const reversed = payout.status === 'reversed';
  const expected: readonly (readonly [string, boolean])[] = [
    [REFUND_ENTRY_KEYS.settle(payout.id), settled],
    [REFUND_ENTRY_KEYS.unsettle(payout.id), reversed],
    [REFUND_ENTRY_KEYS.unpromise(payout.id), !isOpen(payout.status) && payout.status !== 'settled'],
  ];
  const wrong = expected.find(([key, isExpected]) => entries.has(key) !== isExpected);
  if (wrong === undefined) return null;
  return wrong[1] ? `lacks entry ${wrong[0]}` : `has entry ${wrong[0]}, which its status does not stand for`;
}
