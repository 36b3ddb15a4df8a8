/**
 * Names of things that may happen once, unique for ever. The number counts the predecessors that came to an end, so that
 * a new attempt after them has a name of its own and a repeated one has not.
 */

/** The one unreversed credit remedy of a generation. */
export function remedyKey(program: string, generationId: string, reversed: number): string {
  return `remedy/${program}/${generationId}/${reversed}`;
}

/**
 * One refund of an order; also the key under which the payment provider knows it. `ended` counts those before it that
 * settled, failed or were reversed: a pro rata refund that stands may be followed by another.
 */
export function refundKey(program: string, orderId: string, ended: number): string {
  return `refund/${program}/${orderId}/${ended}`;
}

/** Credits that a decision sets aside while a person looks. */
export function holdKey(decisionId: string): string {
  return `hold/${decisionId}`;
}

/** Credits that a decision takes from a wallet. */
export function forfeitKey(decisionId: string): string {
  return `forfeit/${decisionId}`;
}

/** What a decision proposes to do with the account. */
export function accountKey(decisionId: string): string {
  return `account/${decisionId}`;
}
