import type { PolicyContent } from '../policies/policy-version.ts';
import type { DecisionDraft, Disposition } from './decision.ts';

/** The message, and the code, by which a denial is told to a customer who is told no reason. */
export const GENERIC_DENIAL = 'DENIED_GENERIC';

/** Whether a policy tells its customers no reason for a denial: its choice `denialDisclosure` is `generic`. */
export function isDenialGeneric(content: PolicyContent): boolean {
  return content.parameters.some(
    (one) => one.kind === 'choice' && one.name === 'denialDisclosure' && one.value === 'generic',
  );
}

/** What of a decision the customer may see. */
export interface CustomerView {
  readonly disposition: Disposition;
  readonly remedy: DecisionDraft['remedy'];
  readonly credits: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly reasonCode: string;
  readonly clauseIds: readonly string[];
  readonly missing: readonly string[];
  readonly message: { readonly text: string; readonly locale: string };
}

/**
 * The public view of a decision. `content` is that of the version that decided: where it discloses no reason, a denial
 * shows a generic code and no clause. Traces, near misses and the staff's sentence are never in it, and `missing` only
 * where the customer is the one to supply it.
 */
export function redactForCustomer(decision: DecisionDraft, content: PolicyContent): CustomerView {
  const { disposition, remedy, credits, amountMinor, currency, message } = decision;
  const hidden = disposition === 'denied' && isDenialGeneric(content);
  return {
    disposition,
    remedy,
    credits,
    amountMinor,
    currency,
    reasonCode: hidden ? GENERIC_DENIAL : decision.reasonCode,
    clauseIds: hidden ? [] : decision.clauseIds,
    missing: disposition === 'needs_info' ? decision.missing : [],
    message: { text: message.customer, locale: message.locale },
  };
}
