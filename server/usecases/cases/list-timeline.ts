import { AppError } from '../../contract/error-registry.ts';
import type { TimelineView } from '../../contract/http/timeline-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { verdictSentence } from '../../core/decisions/verdict-sentence.ts';
import type { Case } from '../../core/cases/case.ts';
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
  const [decisions, entries, payouts] = await Promise.all([
    reads.findDecisions(kase.decisionIds),
    reads.listEntries({ ...FIRST_ROWS, sort: ['recordedAt', 'ASC'], filter: { caseId } }),
    reads.listPayouts({ ...FIRST_ROWS, sort: ['createdAt', 'ASC'], filter: { caseId } }),
  ]);
  const givenUp = await outbox.findDead([...kase.decisionIds, ...payouts.items.map(({ id }) => id)]);
  const items = [
    tellClaim(kase),
    ...decisions.map(tellDecision),
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
    .map((posting) => `${posting.amount} ${posting.commodity} to ${posting.account}`)
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
      `Payout of ${payout.amountMinor} minor units of ${payout.currency} through ${payout.provider} queued.`,
    ),
    ...(payout.submittedAt === undefined ? [] : [told(payout.submittedAt, 'submitted', `Sent to ${payout.provider}.`)]),
    ...(payout.settledAt === undefined ? [] : [told(payout.settledAt, 'settled', `${payout.provider} settled it.`)]),
    ...(['queued', 'submitted', 'settled', 'sending'].includes(payout.status)
      ? []
      : [told(payout.updatedAt, payout.status, `The payout is ${payout.status}.`)]),
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
