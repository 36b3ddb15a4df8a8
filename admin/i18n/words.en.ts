import type { CaseView } from '../../server/contract/http/case-view.ts';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import type { EntryView } from '../../server/contract/http/entry-view.ts';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import type { WalletView } from '../../server/contract/http/wallet-view.ts';

/** What a catalogue has to name, taken from the contract: a value that is added there does not compile here until it has a word. */
interface Named {
  readonly disposition: Readonly<Record<DecisionView['disposition'], string>>;
  readonly remedy: Readonly<Record<NonNullable<DecisionView['remedy']>, string>>;
  readonly payoutStatus: Readonly<Record<PayoutView['status'], string>>;
  readonly caseStatus: Readonly<Record<CaseView['status'], string>>;
  readonly closure: Readonly<Record<NonNullable<CaseView['closure']>, string>>;
  readonly subjectType: Readonly<Record<CaseView['subject']['type'], string>>;
  readonly claimReason: Readonly<Record<CaseView['claim']['reason'], string>>;
  readonly claimIssue: Readonly<Record<CaseView['claim']['issue'], string>>;
  readonly channel: Readonly<Record<CaseView['claim']['channel'], string>>;
  readonly evidenceKind: Readonly<Record<CaseView['claim']['evidence'][number], string>>;
  readonly claimField: Readonly<Record<CaseView['claim']['fields'][number], string>>;
  readonly effectKind: Readonly<Record<CaseView['effects'][number]['kind'], string>>;
  readonly effectState: Readonly<Record<CaseView['effects'][number]['state'], string>>;
  readonly entryKind: Readonly<Record<EntryView['kind'], string>>;
  readonly lotSource: Readonly<Record<WalletView['lots'][number]['source'], string>>;
}

/** Words of the domain: the values that the API answers with. */
export const wordsEn = {
  disposition: {
    granted: 'Granted',
    denied: 'Denied',
    referred: 'To a person',
    needs_info: 'Information needed',
    no_action: 'No action',
  },
  wouldBe: {
    grant: 'would grant',
    deny: 'would deny',
    refer: 'would send to a person',
    needs_info: 'would ask',
    no_action: 'would close',
  },
  versionStatus: {
    draft: 'Draft',
    submitted: 'Waiting',
    approved: 'Approved',
    scheduled: 'Scheduled',
    live: 'Live',
    retired: 'Retired',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    discarded: 'Discarded',
  },
  payoutStatus: {
    queued: 'Queued',
    sending: 'Sending',
    submitted: 'With the provider',
    settled: 'Settled',
    pending_approval: 'Provider must approve',
    requires_action: 'Action required',
    unknown: 'Not known',
    failed: 'Failed',
    rejected: 'Rejected',
    reversed: 'Reversed',
    cancelled: 'Cancelled',
  },
  caseStatus: {
    awaiting_customer: 'Waits for the customer',
    in_review: 'Waits for a person',
    settling: 'Being carried out',
    closed: 'Closed',
  },
  closure: { decided: 'decided', superseded: 'superseded by a newer claim', already_paid: 'already paid' },
  remedy: {
    credit_restore: 'Credits back',
    courtesy_credit: 'Courtesy credits',
    cash_full: 'Refund in full',
    cash_pro_rata: 'Refund of the unused share',
  },
  requestedRemedy: { cash: 'Cash', credits: 'Credits' },
  subjectType: { order: 'Order', generation: 'Generation', wallet: 'Wallet' },
  claimReason: {
    failed_generation: 'Failed generation',
    moderation_rejection: 'Rejected by moderation',
    poor_quality: 'Poor quality',
    faulty: 'Faulty',
    not_as_described: 'Not as described',
    unused_credits: 'Unused credits',
    duplicate_charge: 'Charged twice',
    unauthorised_purchase: 'Unauthorised purchase',
    service_outage: 'Service outage',
    balance_dispute: 'Balance disputed',
    account_closure: 'Account closure',
    legal_withdrawal: 'Legal withdrawal',
    other: 'Other',
  },
  claimIssue: {
    no_resemblance: 'No resemblance',
    wrong_style: 'Wrong style',
    broken_anatomy: 'Broken anatomy',
    guideline_violation: 'Guideline violation',
    unusable: 'Unusable',
    subjective: 'Matter of taste',
    other: 'Other',
  },
  channel: { api: 'API', email: 'E-mail', web_support: 'Support form', in_app: 'In the app' },
  evidenceKind: { output_reference: 'Reference to an output', link: 'Link', file: 'File' },
  claimField: {
    email: 'e-mail',
    project: 'project',
    approximateTime: 'approximate time',
    action: 'action',
    expectation: 'expectation',
    transactionDate: 'transaction date',
    amount: 'amount',
    description: 'description',
    phone: 'telephone',
    paymentTime: 'time of payment',
    orderId: 'order',
    generationId: 'generation',
    details: 'details',
    reason: 'reason',
  },
  effectKind: {
    credit_restore: 'Credits back',
    courtesy_credit: 'Courtesy credits',
    cash_refund: 'Money back',
    credit_hold: 'Credits held',
    credit_forfeit: 'Credits forfeited',
    account_action: 'Account action',
  },
  effectState: {
    reserved: 'promised',
    posted: 'done',
    released: 'released',
    reversed: 'reversed',
    proposed: 'proposed',
  },
  entryKind: {
    order_paid: 'Order paid',
    credits_granted: 'Credits granted',
    credits_spent: 'Credits spent',
    credits_restored: 'Credits restored',
    courtesy_granted: 'Courtesy granted',
    refund_promised: 'Refund promised',
    refund_settled: 'Refund settled',
    refund_reversed: 'Refund reversed',
    credits_voided: 'Credits voided',
    void_reversed: 'Void reversed',
    credits_forfeited: 'Credits forfeited',
    refunded_externally: 'Refunded by the provider',
    dispute_lost: 'Dispute lost',
    courtesy_reversed: 'Courtesy reversed',
    restore_reversed: 'Restore reversed',
  },
  lotSource: {
    order: 'Order, paid',
    bonus: 'Bonus',
    trial: 'Trial',
    promotion: 'Promotion',
    referral: 'Referral',
    subscription: 'Subscription',
    courtesy: 'Courtesy',
  },
  role: {
    admin: 'administrator',
    policy_owner: 'policy owner',
    policy_approver: 'policy approver',
    legal_owner: 'legal owner',
    reviewer: 'reviewer',
    auditor: 'auditor',
    operator: 'operator',
  },
  actor: {
    user: 'Person',
    key: 'Key',
    system: 'The service',
  },
  actorPart: {
    adjudication: 'The service, deciding',
    bootstrap: 'The service, at its first start',
    cli: 'The command line',
    ledger: 'The service, in the ledger',
    payouts: 'The service, paying out',
  },
  stage: {
    integrity: 'Integrity',
    freeze: 'Freeze',
    restore: 'Restore',
    billing: 'Billing',
    eligibility: 'Eligibility',
    quality: 'Quality',
    fallback: 'Last',
  },
  state: { held: 'held', failed: 'failed', unknown: 'not known', off: 'off', not_applicable: 'not applicable' },
} satisfies Named & Record<string, Readonly<Record<string, string>>>;
