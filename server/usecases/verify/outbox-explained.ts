import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import { countOf } from './invariant.ts';
import type { Invariant, InvariantOutcome } from './invariant.ts';

/** Work that has been due this long and that nobody finished nor gave up is unexplained. */
const OVERDUE_MS = 15 * 60_000;

/** What the outbox promises, by what it is about. */
interface Promises {
  readonly outcomes: Set<string>;
  readonly payouts: Set<string>;
  readonly dead: string[];
  readonly open: number;
  readonly overdue: string | null;
}

/** Nothing reserved is forgotten: it waits in the outbox, and not for ever, or is a dead letter that a person can see. */
export const outboxExplained: Invariant = {
  name: 'the outbox is drained or explained, and nothing reserved is forgotten',
  async check(audit) {
    const promises = await loadPromises(audit);
    const checked = `${countOf(promises.open, 'open message')}, ${countOf(promises.dead.length, 'dead letter')}`;
    const violation = promises.overdue ?? (await findForgotten(audit, promises));
    if (violation !== null) return { checked, violation };
    const outcome: InvariantOutcome = { checked };
    return promises.dead.length === 0
      ? outcome
      : { ...outcome, notes: promises.dead.slice(0, 20).map((letter) => `dead letter ${letter}`) };
  },
};

async function loadPromises(audit: LedgerAudit): Promise<Promises> {
  const outcomes = new Set<string>();
  const payouts = new Set<string>();
  const dead: string[] = [];
  let open = 0;
  let overdue: string | null = null;
  for await (const message of audit.messages()) {
    (message.topic === 'outcome' ? outcomes : payouts).add(message.ref);
    if (message.state === 'dead') {
      dead.push(`${message.id} (${message.topic} ${message.ref}): ${message.code ?? 'no reason'}`);
      continue;
    }
    open += 1;
    if (audit.at - message.dueAt > OVERDUE_MS) {
      overdue ??= `message ${message.id} (${message.topic} ${message.ref}) has been due for ${Math.floor((audit.at - message.dueAt) / 60_000)} minutes`;
    }
  }
  return { outcomes, payouts, dead, open, overdue };
}

async function findForgotten(audit: LedgerAudit, { outcomes, payouts }: Promises): Promise<string | null> {
  for await (const { id, effects } of audit.cases()) {
    const forgotten = effects.find((effect) => effect.state === 'reserved' && !outcomes.has(effect.decisionId));
    if (forgotten !== undefined)
      return `effect ${forgotten.key} of case ${id} is reserved, and no message will post it`;
  }
  for await (const { id, status } of audit.payouts()) {
    if (status === 'queued' && !payouts.has(id)) return `payout ${id} is queued, and no message will send it`;
  }
  return null;
}
