import type { CaseRecord, RecordedGeneration, RecordedOrder, RecordedWallet } from '../records/case-record.ts';
import { NOT_APPLICABLE, UNKNOWN } from './fact-value.ts';

/** Why there is nothing to read a fact from. */
export type Absence = typeof UNKNOWN | typeof NOT_APPLICABLE;

/**
 * What the facts of each subject are read from, or why there is nothing. A subject that does not exist here, or is
 * somebody else's, is read as if nothing were recorded, so that the two cannot be told apart.
 */
export interface FactSources {
  readonly wallet: RecordedWallet | Absence;
  readonly order: RecordedOrder | Absence;
  readonly generation: RecordedGeneration | Absence;
}

/**
 * Finds what the facts are read from. A generation can only be a generation's claim's; no order is concerned by a
 * wallet, nor by a generation that no order's credits paid. What should be there and is not, is unknown.
 */
export function selectFactSources(record: CaseRecord): FactSources {
  const kind = record.claim.subject.type;
  const known = record.subjectKnown;
  const orderConcerned = kind === 'order' || (kind === 'generation' && !known);
  return {
    wallet: (known ? record.wallet : undefined) ?? UNKNOWN,
    order: (known ? record.order : undefined) ?? (orderConcerned ? UNKNOWN : NOT_APPLICABLE),
    generation: kind === 'generation' ? ((known ? record.generation : undefined) ?? UNKNOWN) : NOT_APPLICABLE,
  };
}
