import type { Generation } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import type { RecordedGeneration } from './case-record.ts';
import { mayLackClaim } from './may-lack-claim.ts';

/** A generation as a record keeps it; `caseId`'s own claim does not count as an earlier one. */
export function freezeGeneration(
  file: WorkingFile,
  generation: Readonly<Generation>,
  caseId: string,
): RecordedGeneration {
  const earlier = file.customer.claims.filter(
    (claim) =>
      claim.generationId === generation.generationId && claim.caseId !== caseId && !claim.automatic && !claim.needsInfo,
  );
  return {
    id: generation.generationId,
    status: generation.status,
    feature: generation.feature,
    surface: generation.surface,
    credits: generation.credits,
    creditsRestored: generation.creditsRestored,
    restored: generation.remedyDecisionId !== undefined,
    remediesReversed: generation.remediesReversed,
    consumption: generation.consumption.map((part) => ({ ...part })),
    deliveries: generation.deliveries.map((delivery) => ({ ...delivery })),
    ...(mayLackClaim(file, generation.chargedAt ?? generation.statusAt) ? {} : { earlierClaims: earlier.length }),
    ...pick(generation),
    ...(generation.failure === undefined ? {} : { failure: freezeFailure(generation.failure) }),
    ...(generation.actorId === undefined ? {} : { actorIsHolder: generation.actorId === file.customer.customerId }),
  };
}

/** When what it says was said is no matter of the record. */
function freezeFailure({
  saidAt: _saidAt,
  ...failure
}: NonNullable<Generation['failure']>): NonNullable<RecordedGeneration['failure']> {
  return { ...failure, confirmedBy: [...failure.confirmedBy] };
}

const OPTIONAL = [
  'platform',
  'quotedCredits',
  'chargedAt',
  'succeededAt',
  'requestedStyle',
  'deliveredStyle',
  'unusableScore',
  'guidelineViolation',
] as const;

function pick(generation: Readonly<Generation>): Partial<Pick<RecordedGeneration, (typeof OPTIONAL)[number]>> {
  return Object.fromEntries(
    OPTIONAL.flatMap((name) => (generation[name] === undefined ? [] : [[name, generation[name]]])),
  );
}
