const BEHAVIOURS = ['fail', 'late_fail', 'pending', 'unknown'] as const;

/**
 * What the sandbox does with a refund: refuses it for good; settles it and lets it fail afterwards; waits for a webhook;
 * commits it and never answers; settles it at once.
 */
export type SandboxBehaviour = (typeof BEHAVIOURS)[number] | 'settle';

/** Behaviour by the beginning of the payment's reference, e.g. `sbx_late_fail_17`. */
export function selectBehaviour(paymentRef: string): SandboxBehaviour {
  return BEHAVIOURS.find((behaviour) => paymentRef.startsWith(`sbx_${behaviour}`)) ?? 'settle';
}
