import type { Claim } from '../cases/case.ts';
import type { Generation, Order } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { boundClaims } from './bound-claims.ts';
import { boundHistory, isCut, laterDrop } from './bound-history.ts';
import {
  HISTORY_NAMES,
  type CaseRecord,
  type HistoryName,
  type RecordedClaim,
  type RecordedCustomer,
  type RecordedIncident,
} from './case-record.ts';
import { freezeGeneration } from './freeze-generation.ts';
import { freezeOrder } from './freeze-order.ts';
import { freezeWallet } from './freeze-wallet.ts';

/** What a record is frozen from. */
export interface FreezeInput {
  readonly semantics: number;
  readonly at: number;
  readonly caseId: string;
  readonly claim: Claim;
  /** The file as it stands now; a fresh one for an unknown customer. A mark of this very case is not an earlier claim. */
  readonly file: WorkingFile;
  readonly incidents: readonly RecordedIncident[];
  readonly program: { readonly zone: string; readonly defaultLocale: string };
  readonly calendars: { readonly zone: string; readonly holidays: string };
}

/** Freezes everything that the rules may look at about one claim. Reads nothing but its input. */
export function freezeRecord(input: FreezeInput): CaseRecord {
  const { file, claim, at } = input;
  const subject = findSubject(file, claim);
  const order = subject.order;
  return {
    schema: 1,
    semantics: input.semantics,
    program: file.customer.program,
    at,
    claim: freezeClaim(input, order),
    subjectKnown: subject.known,
    customer: freezeCustomer(input),
    ...(subject.walletId === undefined ? {} : { wallet: freezeWallet(file, subject.walletId, at) }),
    ...(order === undefined ? {} : { order: freezeOrder(file, order, claim) }),
    ...(subject.generation === undefined
      ? {}
      : { generation: freezeGeneration(file, subject.generation, input.caseId) }),
    incidents:
      order === undefined ? [] : input.incidents.filter((incident) => (incident.closedAt ?? at) >= order.paidAt),
    calendars: input.calendars,
  };
}

interface Subject {
  readonly known: boolean;
  readonly order?: Readonly<Order>;
  readonly generation?: Readonly<Generation>;
  readonly walletId?: string;
}

function findSubject(file: WorkingFile, { subject }: Claim): Subject {
  if (subject.type === 'order') {
    const order = file.findOrder(subject.id);
    return order === undefined ? { known: false } : { known: true, order, walletId: order.walletId };
  }
  if (subject.type === 'wallet') {
    return file.findWallet(subject.id) === undefined ? { known: false } : { known: true, walletId: subject.id };
  }
  const generation = file.findGeneration(subject.id);
  if (generation === undefined) return { known: false };
  const order = findPayingOrder(file, generation);
  return { known: true, generation, walletId: generation.walletId, ...(order === undefined ? {} : { order }) };
}

/** The order whose lot paid most of a generation, the older on a tie; undefined where only lots that are not cashable paid. */
function findPayingOrder(file: WorkingFile, generation: Readonly<Generation>): Readonly<Order> | undefined {
  const paid = generation.consumption
    .flatMap((part) => {
      const order = file.findOrder(part.lotId);
      return order === undefined ? [] : [{ order, credits: part.credits }];
    })
    .sort((a, b) => b.credits - a.credits || a.order.paidAt - b.order.paidAt);
  return paid[0]?.order;
}

function freezeClaim({ claim, caseId, file, program }: FreezeInput, order: Readonly<Order> | undefined): RecordedClaim {
  const { sender } = claim;
  const openCaseId = file.customer.openCases.find(
    (open) => open.status === 'in_review' && open.caseId !== caseId && isSame(open, claim),
  )?.caseId;
  return {
    id: caseId,
    automatic: claim.automatic,
    reason: claim.reason,
    issue: claim.issue,
    remedy: claim.remedy,
    channel: claim.channel,
    subject: claim.subject,
    sentAt: claim.sentAt,
    receivedAt: claim.receivedAt,
    fields: [...claim.fields].sort(),
    evidence: [...claim.evidence].sort(),
    ...(sender === undefined
      ? {}
      : {
          sender: {
            ...(sender.emailHash === undefined
              ? {}
              : {
                  emailKnown:
                    file.customer.emailHashes.includes(sender.emailHash) || order?.payerEmailHash === sender.emailHash,
                }),
            ...(sender.phoneHash === undefined
              ? {}
              : { phoneKnown: file.customer.phoneHashes.includes(sender.phoneHash) }),
          },
        }),
    ...(openCaseId === undefined ? {} : { openCaseId }),
    locale: claim.locale ?? file.customer.locale ?? program.defaultLocale,
  };
}

function freezeCustomer({ file, at, caseId, program }: FreezeInput): RecordedCustomer {
  const { customer } = file;
  const claims = boundClaims(
    customer.claims.filter((mark) => mark.caseId !== caseId),
    at,
  );
  const orders = boundHistory(file.listOrders(), at, (order) => order.paidAt);
  const refunds = boundHistory(
    customer.cashDecisions.filter((decision) => !decision.reversed),
    at,
    (decision) => decision.at,
  );
  const refunded = boundHistory(listRefundedOrders(file), at, (order) => order.refundedAt);
  const known = customer.droppedUntil;
  const dropped: Record<HistoryName, number | undefined> = {
    claims: laterDrop(
      laterDrop(known?.claims, claims.droppedUntil.claims),
      laterDrop(known?.automatic, claims.droppedUntil.automatic),
    ),
    orders: orders.droppedUntil,
    refunds: laterDrop(known?.refunds, refunds.droppedUntil),
    refunded_orders: refunded.droppedUntil,
  };
  const truncated = HISTORY_NAMES.filter((name) => isCut(dropped[name], at));
  return {
    id: customer.customerId,
    status: customer.status,
    zone: customer.zone ?? program.zone,
    ...(customer.country === undefined ? {} : { country: customer.country }),
    ...(customer.isConsumer === undefined ? {} : { isConsumer: customer.isConsumer }),
    claimedAt: claims.kept.map((claim) => claim.at),
    paidAt: orders.kept.map((order) => order.paidAt),
    refundedAt: refunds.kept.map((decision) => decision.at),
    refundedOrders: refunded.kept,
    historyTruncated: truncated.length > 0,
    ...(truncated.length === 0 ? {} : { truncated }),
  };
}

/** Orders refunded in cash, each at its first refund; one whose refund is promised counts from the promise on, or several claims at once would pass a cap together. */
function listRefundedOrders(file: WorkingFile): RecordedCustomer['refundedOrders'] {
  return file.listOrders().flatMap(({ orderId, paidAt, firstRefundedAt, refundingMinor }) => {
    const promised =
      refundingMinor > 0
        ? file.customer.cashDecisions.find((decision) => decision.orderId === orderId && !decision.reversed)
        : undefined;
    const refundedAt = firstRefundedAt ?? promised?.at;
    return refundedAt === undefined ? [] : [{ orderId, paidAt, refundedAt }];
  });
}

/** Whether an open case is about the same subject for the same reason. */
export function isSame(
  open: { readonly subjectType: string; readonly subjectId: string; readonly reason: string },
  claim: Claim,
): boolean {
  return open.subjectType === claim.subject.type && open.subjectId === claim.subject.id && open.reason === claim.reason;
}
