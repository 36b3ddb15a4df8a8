import { AppError } from '../../contract/error-registry.ts';
import type { TimelineView } from '../../contract/http/timeline-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { verdictSentence } from '../../core/decisions/verdict-sentence.ts';
import type { Case } from '../../core/cases/case.ts';
import { formatCommodity } from '../../core/money/format-commodity.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { wordPayout } from '../../core/sentences/word-payout.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { DeadLetter, Outbox } from '../../ports/outbox.ts';
import type { Reads } from '../../ports/reads.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';

type Item = Omit<TimelineView[number], 'at'> & { readonly at: number };

const FIRST_ROWS = { from: 0, to: 999, sort: ['at', 'ASC'] } as const;

/** All that happened in a case, oldest first, without personal data. Throws CASE_NOT_FOUND. */
export async function listTimeline(
  {
    reads,
    outbox,
  }: {
    readonly reads: Pick<Reads, 'findCase' | 'findDecisions' | 'listEntries' | 'listPayouts'>;
    readonly outbox: Pick<Outbox, 'findDead'>;
  },
  caseId: string,
): Promise<TimelineView> {
  const kase = await reads.findCase(caseId);
  if (kase === null) throw new AppError('CASE_NOT_FOUND', `There is no case ${caseId}.`);
  const [found, entries, payouts] = await Promise.all([
    reads.findDecisions(kase.decisionIds),
    reads.listEntries({ ...FIRST_ROWS, sort: ['recordedAt', 'ASC'], filter: { caseId } }),
    reads.listPayouts({ ...FIRST_ROWS, sort: ['createdAt', 'ASC'], filter: { caseId } }),
  ]);
  // Each is told by what it saw beside the one before it, and the store promises no order.
  const decisions = kase.decisionIds.flatMap((id) => found.filter((decision) => decision.id === id));
  const givenUp = await outbox.findDead([...kase.decisionIds, ...payouts.items.map(({ id }) => id)]);
  const items = [
    tellClaim(kase),
    ...decisions.flatMap((decision, n) => [...tellInformation(decision, decisions[n - 1]), tellDecision(decision)]),
    ...entries.items.map(tellEntry),
    ...payouts.items.flatMap(tellPayout),
    ...givenUp.map(tellGivenUp),
  ];
  return items.sort((a, b) => a.at - b.at).map((item) => ({ ...item, at: formatInstant(item.at) }));
}

function tellClaim({ id, claim, openedAt }: Case): Item {
  return {
    at: openedAt,
    kind: 'claim',
    id,
    code: claim.reason,
    actor: claim.automatic ? 'system/adjudication' : 'customer',
    summary: `Claim about ${claim.subject.type} ${claim.subject.id}: ${claim.reason}, asking for ${claim.remedy}.`,
  };
}

/** A case is decided again because its claim was completed; by which names shows in what each decision looked at. */
function tellInformation({ caseId, decidedAt, record }: StoredDecision, before: StoredDecision | undefined): Item[] {
  if (before === undefined) return [];
  const [now, then] = [record.claim, before.record.claim];
  const fields = now.fields.filter((name) => !then.fields.includes(name));
  const evidence = now.evidence.slice(then.evidence.length);
  const isNamed = JSON.stringify(now.sender ?? {}) !== JSON.stringify(then.sender ?? {});
  const parts = [
    ...(fields.length === 0 ? [] : [`fields ${fields.join(', ')}`]),
    ...(evidence.length === 0 ? [] : [`evidence ${evidence.join(', ')}`]),
    ...(isNamed ? ['the sender'] : []),
  ];
  const what = parts.length === 0 ? 'nothing that was not there before' : parts.join('; ');
  const told = { kind: 'information', id: caseId, code: 'information_supplied', actor: 'customer' } as const;
  return [{ at: decidedAt, ...told, summary: `Information supplied: ${what}.` }];
}

function tellDecision({ id, decidedAt, decidedBy, decision }: StoredDecision): Item {
  return {
    at: decidedAt,
    kind: 'decision',
    id,
    code: decision.reasonCode,
    actor: decidedBy,
    summary: verdictSentence(decision, 'en'),
  };
}

function tellEntry({ id, kind, recordedAt, postings }: LedgerEntry): Item {
  const moved = postings
    .filter((posting) => posting.amount > 0)
    .map((posting) => `${formatCommodity(posting.amount, posting.commodity)} to ${posting.account}`)
    .join(', ');
  return { at: recordedAt, kind: 'entry', id, code: kind, actor: 'system/ledger', summary: `Posted: ${moved}.` };
}

function tellPayout(payout: Payout): Item[] {
  const told = (at: number, code: string, summary: string): Item => ({
    at,
    kind: 'payout',
    id: payout.id,
    code,
    actor: 'system/payouts',
    summary,
  });
  return [
    told(
      payout.createdAt,
      'queued',
      `Payout of ${formatMoney(payout.amountMinor, payout.currency)} through ${payout.provider} queued.`,
    ),
    ...(payout.submittedAt === undefined ? [] : [told(payout.submittedAt, 'submitted', `Sent to ${payout.provider}.`)]),
    ...(payout.settledAt === undefined ? [] : [told(payout.settledAt, 'settled', `${payout.provider} settled it.`)]),
    ...(['queued', 'submitted', 'settled', 'sending'].includes(payout.status)
      ? []
      : [told(payout.updatedAt, payout.status, wordPayout(payout))]),
  ];
}

function tellGivenUp({ ref, topic, code, detail, buriedAt }: DeadLetter): Item {
  const summary = `Given up until somebody replays it: ${detail}`;
  return {
    at: buriedAt,
    kind: topic === 'payout' ? 'payout' : 'effect',
    id: ref,
    code,
    actor: `system/${topic}s`,
    summary,
  };
}
