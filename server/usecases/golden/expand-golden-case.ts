import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { CLAIM_FIELDS } from '../../core/cases/claim.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type {
  CaseRecord,
  RecordedClaim,
  RecordedCustomer,
  RecordedLot,
  RecordedOrder,
  RecordedWallet,
} from '../../core/records/case-record.ts';
import { expandGoldenGeneration } from './expand-golden-generation.ts';
import { buildBonusLot, expandGoldenOrder } from './expand-golden-order.ts';
import { resolveGoldenInstant } from './resolve-golden-instant.ts';

/** When a golden case is decided unless it says otherwise: a Friday at noon. */
export const GOLDEN_AT = '2026-11-20T12:00:00Z';

/** What the words of a golden case leave to the run: what every record carries beside them. */
export interface GoldenFrame {
  readonly semantics: number;
  readonly calendars: CaseRecord['calendars'];
}

type Resolve = (words: string) => number;

/** The program's required fields, so that a case need not repeat them. */
function listRequiredFields(content: PolicyContent): string[] {
  const required = content.parameters.find((parameter) => parameter.name === 'requiredFields');
  return required?.kind === 'list'
    ? (required.value ?? []).filter((name) => CLAIM_FIELDS.some((field) => field === name))
    : [];
}

function expandClaim(golden: GoldenCase, content: PolicyContent, resolve: Resolve): RecordedClaim {
  const { claim } = golden;
  const automatic = claim.automatic ?? false;
  const sender = claim.sender === undefined && !automatic ? { emailKnown: true } : claim.sender;
  return {
    id: 'claim-1',
    automatic,
    reason: claim.reason,
    issue: claim.issue ?? 'other',
    remedy: claim.remedy ?? (claim.about === 'order' ? 'cash' : 'credits'),
    channel: claim.channel ?? (automatic ? 'api' : 'web_support'),
    subject: { type: claim.about, id: `${claim.about}-1` },
    sentAt: resolve('the claim'),
    receivedAt: resolve(claim.received ?? 'the decision'),
    fields: (claim.fields ?? (automatic ? [] : listRequiredFields(content))).toSorted(),
    evidence: claim.evidence ?? [],
    ...(sender ? { sender } : {}),
    locale: claim.locale ?? 'en',
    ...(claim.alreadyOpen ? { openCaseId: 'case-0' } : {}),
  };
}

function expandCustomer(
  golden: GoldenCase,
  zone: string,
  order: RecordedOrder | undefined,
  resolve: Resolve,
): RecordedCustomer {
  const customer = golden.customer ?? {};
  const list = (words: readonly string[] | undefined): number[] => (words ?? []).map(resolve).toSorted((a, b) => a - b);
  const country = customer.country === undefined ? 'US' : customer.country;
  const isConsumer = customer.isConsumer === undefined ? true : customer.isConsumer;
  return {
    id: 'customer-1',
    status: customer.status ?? 'active',
    ...(country === null ? {} : { country }),
    ...(isConsumer === null ? {} : { isConsumer }),
    zone: customer.zone ?? zone,
    claimedAt: list(customer.claimed),
    paidAt: customer.paid ? list(customer.paid) : order ? [order.paidAt] : [],
    refundedAt: list(customer.refunded),
    refundedOrders: (customer.refundedOrders ?? []).map((one, index) => ({
      orderId: `refunded-${index + 1}`,
      paidAt: resolve(one.paid),
      refundedAt: resolve(one.refunded),
    })),
    historyTruncated: customer.historyTruncated ?? false,
    ...(customer.truncated === undefined ? {} : { truncated: customer.truncated }),
  };
}

function expandWallet(golden: GoldenCase, order: RecordedOrder | undefined, resolve: Resolve): RecordedWallet {
  const wallet = golden.wallet ?? {};
  const list = (words: readonly string[] | undefined): number[] => (words ?? []).map(resolve).toSorted((a, b) => a - b);
  const spent =
    golden.generation && !golden.order && golden.generation.status !== 'blocked' ? (golden.generation.credits ?? 5) : 0;
  const bonus = wallet.bonusCredits ?? 0;
  const lots: RecordedLot[] = [];
  if (golden.customer?.status === 'banned' || golden.customer?.status === 'terminated') {
    if (order) lots.push(order.lot);
    if (bonus + spent > 0) lots.push(buildBonusLot(bonus, spent, resolve('300d before the claim')));
  }
  return {
    id: 'wallet-1',
    courtesyGrantedAt: list(wallet.courtesyGranted),
    moderationRestoredAt: list(wallet.moderationRestored),
    qualityRefundedAt: list(wallet.qualityRefunded),
    historyTruncated: wallet.historyTruncated ?? false,
    ...(wallet.truncated === undefined ? {} : { truncated: wallet.truncated }),
    lots,
  };
}

/**
 * The case record that a golden case describes, with the default of everything that it leaves out (they are named in
 * the schema). An unknown subject leaves order, generation and wallet out. Pure.
 * @throws RangeError where an instant is of no known form.
 */
export function expandGoldenCase(golden: GoldenCase, content: PolicyContent, frame: GoldenFrame): CaseRecord {
  const decision = Date.parse(golden.at ?? GOLDEN_AT);
  const claim = resolveGoldenInstant(golden.claim.sent ?? 'the decision', { claim: decision, decision });
  const resolve: Resolve = (words) => resolveGoldenInstant(words, { claim, decision });
  const known = golden.claim.known ?? true;
  const order = golden.order && known ? expandGoldenOrder(golden, golden.order, resolve) : undefined;
  return {
    schema: 1,
    semantics: frame.semantics,
    program: content.policy,
    at: decision,
    claim: expandClaim(golden, content, resolve),
    subjectKnown: known,
    customer: expandCustomer(golden, content.zone, order, resolve),
    ...(known ? { wallet: expandWallet(golden, order, resolve) } : {}),
    ...(order ? { order } : {}),
    ...(golden.generation && known ? { generation: expandGoldenGeneration(golden, golden.generation, resolve) } : {}),
    incidents: (golden.incidents ?? []).map((incident, index) => ({
      id: `incident-${index + 1}`,
      severity: incident.severity ?? 'complete',
      openedAt: resolve(incident.opened),
      ...(incident.closed === undefined ? {} : { closedAt: resolve(incident.closed) }),
      ...(incident.remedyOffered === undefined ? {} : { remedyOffered: incident.remedyOffered }),
    })),
    calendars: frame.calendars,
  };
}
