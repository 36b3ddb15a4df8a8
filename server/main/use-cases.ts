import { AppError } from '../contract/error-registry.ts';
import type { ClaimReply, EventReplay } from '../contract/http/replies.ts';
import { presentCase } from '../contract/http/case-view.ts';
import { presentDecision } from '../contract/http/decision-view.ts';
import { presentEntry } from '../contract/http/entry-view.ts';
import { presentDeadLetter, presentRejectedEvent } from '../contract/http/operations-view.ts';
import { presentPayout } from '../contract/http/payout-view.ts';
import { presentWallet } from '../contract/http/wallet-view.ts';
import { nameActor } from '../core/access/request-actor.ts';
import { keepAnswer } from '../http/kept-answer.ts';
import type { Answered, UseCases } from '../http/use-cases.ts';
import type { Paged } from '../ports/paging.ts';
import type { PendingEvent } from '../ports/pending-events.ts';
import type { ClaimResult } from '../usecases/adjudication/work-item.ts';
import { evaluateClaim } from '../usecases/cases/evaluate-claim.ts';
import { explainDecision } from '../usecases/cases/explain-decision.ts';
import { fileClaims } from '../usecases/cases/file-claims.ts';
import { listTimeline } from '../usecases/cases/list-timeline.ts';
import { replayDecision } from '../usecases/cases/replay-decision.ts';
import { showCases } from '../usecases/cases/show-cases.ts';
import { supplyInformation } from '../usecases/cases/supply-information.ts';
import { eraseCustomer } from '../usecases/customers/erase-customer.ts';
import { acknowledgeEvent } from '../usecases/events/acknowledge-event.ts';
import { getKeptEvent } from '../usecases/events/get-kept-event.ts';
import { appendNote } from '../usecases/audit/note.ts';
import { ingestEvents, replayPending } from '../usecases/events/ingest-events.ts';
import { getPolicyVersion } from '../usecases/drafts/present-version.ts';
import { answerOnce } from '../usecases/idempotency/answer-once.ts';
import { replayDeadLetter } from '../usecases/outbox/replay-dead-letter.ts';
import { notifyProvider } from '../usecases/payouts/notify-provider.ts';
import { nameOwner } from '../usecases/screens/name-owner.ts';
import type { Service } from './composition.ts';
import { createPolicyUseCases } from './policy-use-cases.ts';
import { createPeopleUseCases } from './people-use-cases.ts';
import { createScreenUseCases } from './screen-use-cases.ts';

/** What http asks of the service, answered by the use cases in the contract's shapes. */
export function createUseCases(service: Service): UseCases {
  const { reads, outbox } = service.stores;
  return {
    answerOnce: (claim, run) =>
      answerOnce({ ...service.idempotency, describeEffect: describeVersion(service) }, claim, run),
    ingestEvents: (events, invalid) => ingestEvents(service.ingest, events, invalid),
    fileClaims: async (claims) => {
      const results = await fileClaims(
        service.claims,
        claims.map((claim) => ({ ...claim, actor: nameActor(claim.actor) })),
      );
      return results.map(toAnswer);
    },
    supplyInformation: async ({ caseId, request, idempotency, actor }) => {
      const result = await supplyInformation(service.claims, {
        caseId,
        request,
        actor: nameActor(actor),
        idempotencyKey: idempotency?.idempotencyKey,
        bodyDigest: idempotency?.bodyDigest ?? '',
      });
      const answer = toAnswer(result);
      if (answer instanceof AppError) throw answer;
      return answer;
    },
    evaluateClaim: (request) => evaluateClaim(service.evaluate, request),
    getCase: async (id) => {
      const kase = demand(await reads.findCase(id), 'CASE_NOT_FOUND', `There is no case ${id}.`);
      return demand((await showCases(outbox, [kase]))[0], 'CASE_NOT_FOUND', `There is no case ${id}.`);
    },
    listCases: async (page) => {
      const { items, total } = await reads.listCases(page);
      return { items: await showCases(outbox, items), total };
    },
    getTimeline: (caseId) => listTimeline({ reads, outbox }, caseId),
    getDecision: async (id) =>
      presentDecision(
        demand((await reads.findDecisions([id]))[0], 'DECISION_NOT_FOUND', `There is no decision ${id}.`),
      ),
    listDecisions: async (page) => present(await reads.listDecisions(page), presentDecision),
    explainDecision: (id) => explainDecision(service.replay, id),
    replayDecision: async (id) => {
      const { identical, differences } = await replayDecision(service.replay, id);
      return { identical, differences: differences.map((difference) => ({ ...difference })) };
    },
    getWallet: async (program, walletId) => {
      const { wallet, lots } = demand(
        await reads.findWallet(program, walletId),
        'WALLET_NOT_FOUND',
        `Program ${program} has no wallet ${walletId}.`,
      );
      return presentWallet({ program, walletId, customerId: wallet.customerKey.slice(program.length + 1) }, lots);
    },
    listEntries: async (page) =>
      present(await reads.listEntries(await nameOwner(page, service.stores.policies)), presentEntry),
    getPayout: async (id) =>
      presentPayout(demand(await reads.findPayout(id), 'PAYOUT_NOT_FOUND', `There is no payout ${id}.`)),
    listPayouts: async (page) =>
      present(await reads.listPayouts(await nameOwner(page, service.stores.policies)), presentPayout),
    ...createOperations(service),
    ...createPeopleUseCases(service),
    ...createPolicyUseCases(service.drafts),
    ...createScreenUseCases(service),
  };
}

type Operations = Pick<
  UseCases,
  | 'listDeadLetters'
  | 'replayDeadLetter'
  | 'listRejectedEvents'
  | 'getRejectedEvent'
  | 'replayRejectedEvent'
  | 'notifyProvider'
  | 'eraseCustomer'
>;

/** What operators and providers ask. */
function createOperations(service: Service): Operations {
  const { stores } = service;
  return {
    listDeadLetters: async (page) => present(await stores.outbox.listDead(page), presentDeadLetter),
    replayDeadLetter: async (id, actor) => {
      await replayDeadLetter(service.operations, id, actor);
      return { id, replayed: true };
    },
    listRejectedEvents: async (page) => present(await stores.pending.list(page), presentRejectedEvent),
    getRejectedEvent: (id) => getKeptEvent(stores, id),
    replayRejectedEvent: async (id, actor) => {
      const row = demand(await stores.pending.find(id), 'NOT_FOUND', `There is no kept event ${id}.`);
      if (row.status === 'attention') {
        await acknowledgeEvent({ ...stores, ...service.people }, row, actor);
        return { id, outcome: 'acknowledged', code: null, message: null };
      }
      const replayed = await replayEvent(service, row);
      await appendNote(service.people, actor, {
        action: 'event.replayed',
        program: row.program,
        subject: { type: 'event', id },
        detail: { outcome: replayed.outcome, code: replayed.code },
      });
      return replayed;
    },
    notifyProvider: async (provider, notification, actor) => {
      const { payoutId, program, status } = await notifyProvider(service.payouts, provider, notification);
      await appendNote(service.people, actor, {
        action: 'payout.notified',
        program,
        subject: { type: 'payout', id: payoutId },
        detail: { provider, state: notification.state, status },
      });
      return { received: true, payoutId };
    },
    eraseCustomer: async (program, customerId, actor) => {
      const { rows } = await eraseCustomer(service.erase, program, customerId, actor);
      return { program, customerId, erasedRows: rows };
    },
  };
}

/** What a request that made or changed a draft is answered, from the draft's id. */
function describeVersion({ drafts }: Service): (id: string) => Promise<string> {
  return async (id) => keepAnswer(await getPolicyVersion(drafts, id));
}

/** What becomes of a kept event when it is tried again. */
async function replayEvent({ ingest, stores }: Service, row: PendingEvent): Promise<EventReplay> {
  const { id } = row;
  const reply = await replayPending(ingest, [row]);
  const [refused] = reply.rejected;
  if (refused !== undefined) return { id, outcome: 'rejected', code: refused.code, message: refused.message };
  if (reply.duplicates > 0) return { id, outcome: 'duplicate', code: null, message: null };
  const still = await stores.pending.find(id);
  if (still === null) return { id, outcome: 'applied', code: null, message: null };
  const outcome = still.status === 'waiting' ? 'waiting' : 'rejected';
  return { id, outcome, code: still.code, message: still.message };
}

function toAnswer(result: ClaimResult): Answered<ClaimReply> | AppError {
  if (result.status === 'refused') return result.error;
  if (result.status === 'replayed') return { status: 'replayed', response: JSON.parse(result.response) as ClaimReply };
  return {
    status: 'created',
    response: { case: presentCase(result.kase), decision: presentDecision(result.decision) },
  };
}

function demand<T>(
  found: T | null | undefined,
  code: 'CASE_NOT_FOUND' | 'DECISION_NOT_FOUND' | 'WALLET_NOT_FOUND' | 'PAYOUT_NOT_FOUND' | 'NOT_FOUND',
  detail: string,
): T {
  if (found === null || found === undefined) throw new AppError(code, detail);
  return found;
}

function present<T, View>({ items, total }: Paged<T>, show: (item: T) => View): Paged<View> {
  return { items: items.map((item) => show(item)), total };
}
