import type { Payout } from '../payouts/payout.ts';

type Told = Pick<Payout, 'status' | 'provider' | 'failureCode'>;

/** Why a payout stands where it does, in a sentence for staff: what became of it, and the provider's reason in words where it gave one. */
export function wordPayout({ status, provider, failureCode }: Told): string {
  const why = failureCode === undefined ? '' : ` Its reason: ${failureCode.replaceAll('_', ' ')}.`;
  switch (status) {
    case 'queued':
      return `It waits to be sent to ${provider}.`;
    case 'sending':
      return `It is being sent to ${provider}.`;
    case 'submitted':
      return `Sent to ${provider}.`;
    case 'settled':
      return `${provider} settled it.`;
    case 'pending_approval':
      return `${provider} wants it approved there first.${why}`;
    case 'requires_action':
      return `${provider} wants something done there first.${why}`;
    case 'unknown':
      return `Nobody knows yet whether ${provider} took it; it is asked again.`;
    case 'failed':
      return `${provider} refused it for good, and no money moved.${why}`;
    case 'rejected':
      return `${provider} did not approve it, and no money moved.${why}`;
    case 'reversed':
      return `It failed at ${provider} after it had settled; the money was booked back.${why}`;
    case 'cancelled':
      return 'It was not sent: the customer had the money, or part of it, by another way.';
  }
}
