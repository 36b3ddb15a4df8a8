import type { RecordedClaim } from '../records/case-record.ts';
import { UNKNOWN } from './fact-value.ts';

/**
 * Names of what the claimant gave, sorted and without repeats: non-empty fields, a result attached as
 * `outputReference`, the sender's identifiers, and the ids that the subject itself stands for.
 */
export function deriveProvidedFields(claim: RecordedClaim): readonly string[] {
  const names = new Set(claim.fields);
  if (claim.evidence.includes('output_reference')) names.add('outputReference');
  if (claim.sender?.emailKnown !== undefined) names.add('email');
  if (claim.sender?.phoneKnown !== undefined) names.add('phone');
  if (claim.subject.type !== 'wallet') names.add('orderId');
  if (claim.subject.type === 'generation') names.add('generationId');
  return [...names].toSorted();
}

/**
 * Whether every identifier of the sender is one of the customer's or the payer's. Unknown without a sender; a sender
 * who gives no identifier counts as none, or an empty one would pass the check.
 */
export function deriveSenderKnown(claim: RecordedClaim): boolean | typeof UNKNOWN {
  const { emailKnown, phoneKnown } = claim.sender ?? {};
  if (emailKnown === undefined && phoneKnown === undefined) return UNKNOWN;
  return emailKnown !== false && phoneKnown !== false;
}
