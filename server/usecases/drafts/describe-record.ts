import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { CLAIM_FIELDS, EVIDENCE_KINDS } from '../../core/cases/claim.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { CaseRecord, RecordedGeneration, RecordedOrder } from '../../core/records/case-record.ts';

type Situation = Omit<GoldenCase, 'name' | 'expect'>;

const iso = (at: number): string => new Date(at).toISOString();
const list = (instants: readonly number[]): string[] => instants.map(iso);
/** Ids of people and things stay out: a case has stand-ins for all of them. */
const some = <K extends string, V>(key: K, values: readonly V[]): { readonly [P in K]?: V[] } =>
  values.length === 0 ? {} : ({ [key]: [...values] } as { readonly [P in K]: V[] });

/** A case record as a situation in words, with stand-ins for everybody and everything in it. What words cannot say is left out. */
export function describeRecord(record: CaseRecord, policy: string): Situation {
  const { customer, wallet, order, generation, incidents } = record;
  const situation = {
    ...(policy === FLOOR_POLICY ? { program: record.program } : {}),
    at: iso(record.at),
    claim: describeClaim(record),
    customer: {
      status: customer.status,
      country: customer.country ?? null,
      isConsumer: customer.isConsumer ?? null,
      zone: customer.zone,
      ...some('claimed', list(customer.claimedAt)),
      paid: list(customer.paidAt),
      ...some('refunded', list(customer.refundedAt)),
      ...some(
        'refundedOrders',
        customer.refundedOrders.map(({ paidAt, refundedAt }) => ({ paid: iso(paidAt), refunded: iso(refundedAt) })),
      ),
      ...(customer.historyTruncated ? { historyTruncated: true } : {}),
      ...some('truncated', customer.truncated ?? []),
    },
    ...(wallet === undefined ? {} : { wallet: describeWallet(wallet) }),
    ...(order === undefined ? {} : { order: describeOrder(order) }),
    ...(generation === undefined ? {} : { generation: describeGeneration(generation) }),
    ...some(
      'incidents',
      incidents.map(({ severity, openedAt, closedAt, remedyOffered }) => ({
        severity,
        opened: iso(openedAt),
        ...(closedAt === undefined ? {} : { closed: iso(closedAt) }),
        ...(remedyOffered === undefined ? {} : { remedyOffered }),
      })),
    ),
  };
  return situation as Situation;
}

function describeClaim({ claim, subjectKnown }: CaseRecord): Situation['claim'] {
  const { emailKnown, phoneKnown } = claim.sender ?? {};
  return {
    about: claim.subject.type,
    ...(subjectKnown ? {} : { known: false }),
    ...(claim.automatic ? { automatic: true } : {}),
    reason: claim.reason,
    issue: claim.issue,
    remedy: claim.remedy,
    channel: claim.channel,
    sent: iso(claim.sentAt),
    received: iso(claim.receivedAt),
    fields: CLAIM_FIELDS.filter((one) => claim.fields.includes(one)),
    evidence: EVIDENCE_KINDS.filter((one) => claim.evidence.includes(one)),
    sender:
      claim.sender === undefined
        ? null
        : { ...(emailKnown === undefined ? {} : { emailKnown }), ...(phoneKnown === undefined ? {} : { phoneKnown }) },
    locale: claim.locale,
    ...(claim.openCaseId === undefined ? {} : { alreadyOpen: true }),
  };
}

function describeWallet(wallet: NonNullable<CaseRecord['wallet']>): NonNullable<Situation['wallet']> {
  const bonus = wallet.lots.filter((lot) => !lot.cashable).reduce((sum, lot) => sum + lot.remaining, 0);
  return {
    courtesyGranted: list(wallet.courtesyGrantedAt),
    moderationRestored: list(wallet.moderationRestoredAt),
    qualityRefunded: list(wallet.qualityRefundedAt),
    ...(wallet.historyTruncated ? { historyTruncated: true } : {}),
    ...some('truncated', wallet.truncated ?? []),
    ...(bonus > 0 ? { bonusCredits: bonus } : {}),
  };
}

function describeOrder(order: RecordedOrder): NonNullable<Situation['order']> {
  const { lot } = order;
  return {
    paid: iso(order.paidAt),
    credits: order.creditsBought,
    used: lot.consumed,
    restored: lot.restored,
    delivered: lot.delivered,
    amountMinor: order.amountMinor,
    currency: order.currency,
    provider: order.provider,
    refundedMinor: order.refundedMinor,
    refundingMinor: order.refundingMinor,
    refundedExternallyMinor: order.refundedExternallyMinor,
    ...(order.chargedBackMinor === undefined ? {} : { chargedBackMinor: order.chargedBackMinor }),
    cashSettled: order.cashSettled,
    dispute: order.dispute,
    contactedBeforeDispute: order.contactedBeforeDispute ?? null,
    withdrawalWaived: order.withdrawalWaived,
    ...(order.duplicateOfOrderId === undefined ? {} : { duplicate: true }),
    ...(order.previousSameOrderPaidAt === undefined ? {} : { previousSameOrder: iso(order.previousSameOrderPaidAt) }),
  };
}

function describeGeneration(generation: RecordedGeneration): NonNullable<Situation['generation']> {
  const { failure, succeededAt, requestedStyle, deliveredStyle, unusableScore, guidelineViolation } = generation;
  return {
    status: generation.status,
    feature: generation.feature,
    platform: generation.platform ?? null,
    surface: generation.surface,
    credits: generation.credits,
    restored: generation.creditsRestored,
    remedied: generation.restored,
    deliveries: list(generation.deliveries.map((one) => one.at)),
    startedByHolder: generation.actorIsHolder ?? null,
    earlierClaims: generation.earlierClaims ?? null,
    ...(failure === undefined
      ? {}
      : {
          failure: {
            class: failure.class,
            source: failure.source,
            confirmedBy: [...failure.confirmedBy],
            at: iso(failure.at),
          },
        }),
    ...(succeededAt === undefined ? {} : { succeeded: iso(succeededAt) }),
    ...(requestedStyle === undefined ? {} : { requestedStyle }),
    ...(deliveredStyle === undefined ? {} : { deliveredStyle }),
    ...(unusableScore === undefined ? {} : { unusableScore }),
    ...(guidelineViolation === undefined ? {} : { guidelineViolation }),
  };
}
