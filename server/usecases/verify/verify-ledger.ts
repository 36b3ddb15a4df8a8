import type { LedgerAudits } from '../../ports/ledger-audit.ts';
import type { Clock } from '../../ports/platform.ts';
import { effectsMatchEntries } from './effects-match-entries.ts';
import { entriesBalance } from './entries-balance.ts';
import type { Invariant } from './invariant.ts';
import { lotEquations } from './lot-equations.ts';
import { lotsEqualFolds } from './lots-equal-folds.ts';
import { moneyBackMatchesEntries } from './money-back-matches-entries.ts';
import { oneEffectPerKey } from './one-effect-per-key.ts';
import { openCasesAgree } from './open-cases-agree.ts';
import { ordersEqualPayouts } from './orders-equal-payouts.ts';
import { ordersWithinPaid } from './orders-within-paid.ts';
import { outboxExplained } from './outbox-explained.ts';
import { refundsMatchPayouts } from './refunds-match-payouts.ts';
import { sealsIntact } from './seals-intact.ts';

/** Everything that is checked, in this order: first that the texts are those that were sealed, since the rest reads them. */
const INVARIANTS: readonly Invariant[] = [
  sealsIntact,
  entriesBalance,
  lotsEqualFolds,
  lotEquations,
  ordersWithinPaid,
  ordersEqualPayouts,
  oneEffectPerKey,
  effectsMatchEntries,
  refundsMatchPayouts,
  moneyBackMatchesEntries,
  openCasesAgree,
  outboxExplained,
];

/** What verifying needs. `print` takes one line. */
export interface VerifyDeps {
  readonly audits: LedgerAudits;
  readonly clock: Clock;
  readonly print: (line: string) => void;
}

/**
 * Checks every invariant of the store over one snapshot, prints each, and stops at the first that fails.
 * Answers whether all hold. Throws STORE_UNAVAILABLE.
 */
export async function verifyLedger(deps: VerifyDeps): Promise<boolean> {
  const audit = await deps.audits.open(deps.clock.now());
  try {
    for (const invariant of INVARIANTS) {
      const { checked, violation, notes = [] } = await invariant.check(audit);
      if (violation !== undefined) {
        deps.print(`✗ ${invariant.name}: ${violation}`);
        return false;
      }
      deps.print(`✓ ${invariant.name} (${checked})`);
      for (const note of notes) deps.print(`  · ${note}`);
    }
    return true;
  } finally {
    await audit.close();
  }
}
