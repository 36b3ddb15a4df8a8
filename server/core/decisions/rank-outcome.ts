import type { Disposition } from './decision.ts';
import type { Remedy } from './remedy.ts';

const RANK_OF_DISPOSITION = { denied: 0, no_action: 1, needs_info: 2, referred: 3 } as const;
const RANK_OF_REMEDY: Readonly<Record<Remedy, number>> = {
  credit_restore: 4,
  courtesy_credit: 4,
  cash_pro_rata: 5,
  cash_full: 6,
};

/** An outcome as far as it is compared with another. */
export interface Rankable {
  readonly disposition: Disposition;
  /** Present exactly where granted. */
  readonly remedy: Remedy | null;
}

/** How good an outcome is for the customer: 0 denied, no action, needs info, referred, credits, cash pro rata, 6 cash in full. */
export function rankOutcome({ disposition, remedy }: Rankable): number {
  if (disposition !== 'granted') return RANK_OF_DISPOSITION[disposition];
  if (remedy === null) throw new Error('A grant without a remedy cannot be ranked');
  return RANK_OF_REMEDY[remedy];
}
