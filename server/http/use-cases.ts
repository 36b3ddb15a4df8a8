import type { AppError } from '../contract/error-registry.ts';
import type { DomainEvent } from '../contract/events/domain-event.ts';
import type { CaseView } from '../contract/http/case-view.ts';
import type { ClaimRequest, InformationRequest } from '../contract/http/claim-request.ts';
import type { DecisionView } from '../contract/http/decision-view.ts';
import type { EntryView } from '../contract/http/entry-view.ts';
import type { DeadLetterView, RejectedEventDetail, RejectedEventView } from '../contract/http/operations-view.ts';
import type { PayoutView } from '../contract/http/payout-view.ts';
import type {
  ClaimReply,
  DeadLetterReplay,
  ErasureReply,
  EvaluationReply,
  EventReplay,
  EventReply,
  NotificationReply,
  ReplayReply,
} from '../contract/http/replies.ts';
import type { EvaluationRequest, ProviderNotification } from '../contract/http/requests.ts';
import type { TimelineView } from '../contract/http/timeline-view.ts';
import type { TraceView } from '../contract/http/trace-view.ts';
import type { WalletView } from '../contract/http/wallet-view.ts';
import type { DoneMark, RequestActor } from '../core/access/request-actor.ts';
import type { KeyVerb } from '../ports/api-keys.ts';
import type { Page, Paged } from '../ports/paging.ts';
import type { PeopleUseCases } from './people-use-cases.ts';
import type { PolicyUseCases } from './policy-use-cases.ts';
import type { ScreenUseCases } from './screen-use-cases.ts';

/** Who asks, and what a key may do. http has checked verbs, permissions and programs already; use cases note the actor in the audit. */
export interface Actor extends RequestActor {
  readonly verbs: readonly KeyVerb[];
}

/** An event that fits the contract, with its place in the batch and what was sent. */
export interface ReceivedEvent {
  readonly index: number;
  readonly event: DomainEvent;
  readonly raw: unknown;
}

/** An event that does not fit. `program` is set where it is known and the key may write to it: then the event is kept. */
export interface InvalidEvent {
  readonly index: number;
  readonly id: string;
  readonly code: 'INVALID_EVENT';
  readonly message: string;
  readonly raw: unknown;
  readonly program?: string;
  /** As sent, where they can be read. */
  readonly source?: string;
  readonly type?: string;
}

/** The caller's key for a request that must happen once, and the SHA-256 of its canonical body, in hex. */
export interface Idempotency {
  readonly idempotencyKey: string;
  readonly bodyDigest: string;
}

/** One claim to file. */
export interface ClaimToFile extends Idempotency {
  readonly request: ClaimRequest;
  readonly actor: Actor;
}

/** An answer, and whether it was made now or found from an earlier request of the same key and body. */
export interface Answered<T> {
  readonly status: 'created' | 'replayed';
  readonly response: T;
}

/** Further information on a case that waits for the customer. */
interface InformationToSupply {
  readonly caseId: string;
  readonly request: InformationRequest;
  readonly idempotency: Idempotency | undefined;
  readonly actor: Actor;
}

/**
 * What http needs the service to do. `get…` throws its NOT_FOUND code where there is nothing; lists are filtered to
 * the programs of the key before they get here (`filter.program` is a text or a list of texts).
 */
export interface UseCases extends PeopleUseCases, PolicyUseCases, ScreenUseCases {
  /**
   * Runs an effect that may be repeated, or that writes the mark which it is given in its own transaction, and stores its
   * answer (JSON); or gives the answer that the same key and body got before.
   */
  answerOnce(
    claim: { readonly scope: string; readonly key: string; readonly bodyDigest: string },
    run: (done: DoneMark) => Promise<string>,
  ): Promise<Answered<string>>;
  /** Never throws for one event: each gets its own result. */
  ingestEvents(events: readonly ReceivedEvent[], invalid: readonly InvalidEvent[], actor: Actor): Promise<EventReply>;
  /** One result a claim, in order; one bad claim never fails its neighbours. */
  fileClaims(claims: readonly ClaimToFile[]): Promise<(Answered<ClaimReply> | AppError)[]>;
  supplyInformation(information: InformationToSupply): Promise<Answered<ClaimReply>>;
  evaluateClaim(request: EvaluationRequest): Promise<EvaluationReply>;
  getCase(id: string): Promise<CaseView>;
  listCases(page: Page): Promise<Paged<CaseView>>;
  getTimeline(caseId: string): Promise<TimelineView>;
  getDecision(id: string): Promise<DecisionView>;
  listDecisions(page: Page): Promise<Paged<DecisionView>>;
  explainDecision(id: string): Promise<TraceView>;
  replayDecision(id: string): Promise<ReplayReply>;
  getWallet(program: string, walletId: string): Promise<WalletView>;
  listEntries(page: Page): Promise<Paged<EntryView>>;
  getPayout(id: string): Promise<PayoutView>;
  listPayouts(page: Page): Promise<Paged<PayoutView>>;
  listDeadLetters(page: Page): Promise<Paged<DeadLetterView>>;
  replayDeadLetter(id: string, actor: Actor): Promise<DeadLetterReplay>;
  listRejectedEvents(page: Page): Promise<Paged<RejectedEventView>>;
  getRejectedEvent(id: string): Promise<RejectedEventDetail>;
  replayRejectedEvent(id: string, actor: Actor): Promise<EventReplay>;
  notifyProvider(provider: string, notification: ProviderNotification, actor: Actor): Promise<NotificationReply>;
  eraseCustomer(program: string, customerId: string, actor: Actor): Promise<ErasureReply>;
}
