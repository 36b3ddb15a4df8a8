import type { CaseRecord, RecordedGeneration } from '../records/case-record.ts';
import { deriveInterval } from './derive-interval.ts';
import { NOT_APPLICABLE, UNKNOWN, type FactValue } from './fact-value.ts';
import type { Absence, FactSources } from './select-fact-sources.ts';

/** Facts about the generation claimed about, without the prefix `generation.`. */
export interface GenerationFacts {
  readonly status: FactValue;
  readonly feature: FactValue;
  readonly platform: FactValue;
  readonly surface: FactValue;
  readonly featurePlatform: FactValue;
  readonly creditsCharged: FactValue;
  readonly creditsRestored: FactValue;
  readonly restored: FactValue;
  readonly failureClass: FactValue;
  readonly failureSource: FactValue;
  readonly failureConfirmedBy: FactValue;
  readonly deliveryStates: FactValue;
  readonly delivered: FactValue;
  readonly failedBeforeDelivery: FactValue;
  readonly startedByHolder: FactValue;
  readonly completedToClaim: FactValue;
  readonly styleMatches: FactValue;
  readonly guidelineViolation: FactValue;
  readonly unusableScore: FactValue;
  readonly overcharged: FactValue;
  readonly earlierClaims: FactValue;
}

/** The ways in which a result reached the customer, sorted and without repeats. */
function deriveDeliveryStates(generation: RecordedGeneration): readonly string[] {
  return [...new Set(generation.deliveries.map((delivery) => delivery.how))].toSorted();
}

/** Whether a result reached the customer: by any delivery, or because the generation once succeeded. */
function deriveDelivered(generation: RecordedGeneration): boolean {
  return generation.status === 'succeeded' || generation.succeededAt !== undefined || generation.deliveries.length > 0;
}

/**
 * Whether a failed generation failed strictly before the first delivery, a success counting as one at its instant;
 * true without any. Not applicable unless it failed; unknown where something was delivered and the failure has no instant.
 */
function deriveFailedBeforeDelivery(generation: RecordedGeneration): boolean | Absence {
  if (generation.status !== 'failed') return NOT_APPLICABLE;
  let firstAt = generation.succeededAt ?? Number.POSITIVE_INFINITY;
  for (const delivery of generation.deliveries) firstAt = Math.min(firstAt, delivery.at);
  if (firstAt === Number.POSITIVE_INFINITY) return true;
  return generation.failure === undefined ? UNKNOWN : generation.failure.at < firstAt;
}

/** Whether the style delivered is the one asked for; unknown where either was not reported. */
function deriveStyleMatches(generation: RecordedGeneration): boolean | typeof UNKNOWN {
  const { requestedStyle, deliveredStyle } = generation;
  return requestedStyle === undefined || deliveredStyle === undefined ? UNKNOWN : requestedStyle === deliveredStyle;
}

/** Whether more was charged than was quoted; unknown without a quote. */
function deriveOvercharged(generation: RecordedGeneration): boolean | typeof UNKNOWN {
  return generation.quotedCredits === undefined ? UNKNOWN : generation.credits > generation.quotedCredits;
}

function describeGeneration(record: CaseRecord, generation: RecordedGeneration): GenerationFacts {
  const { platform, feature } = generation;
  const succeeded = generation.status === 'succeeded';
  const failure = generation.status === 'failed' ? (generation.failure ?? UNKNOWN) : NOT_APPLICABLE;
  const failed = typeof failure === 'symbol' ? undefined : failure;
  const noFailure = typeof failure === 'symbol' ? failure : UNKNOWN;
  return {
    status: generation.status,
    feature,
    platform: platform ?? UNKNOWN,
    surface: generation.surface,
    featurePlatform: platform === undefined ? UNKNOWN : `${feature}/${platform}`,
    creditsCharged: generation.credits,
    creditsRestored: generation.creditsRestored,
    restored: generation.restored,
    failureClass: failed?.class ?? noFailure,
    failureSource: failed?.source ?? noFailure,
    failureConfirmedBy: failed?.confirmedBy ?? noFailure,
    deliveryStates: deriveDeliveryStates(generation),
    delivered: deriveDelivered(generation),
    failedBeforeDelivery: deriveFailedBeforeDelivery(generation),
    startedByHolder: generation.actorIsHolder ?? UNKNOWN,
    completedToClaim: succeeded
      ? deriveInterval(generation.succeededAt, record.claim.sentAt, record.customer.zone)
      : NOT_APPLICABLE,
    styleMatches: succeeded ? deriveStyleMatches(generation) : NOT_APPLICABLE,
    guidelineViolation: succeeded ? (generation.guidelineViolation ?? UNKNOWN) : NOT_APPLICABLE,
    unusableScore: succeeded ? (generation.unusableScore ?? UNKNOWN) : NOT_APPLICABLE,
    overcharged: deriveOvercharged(generation),
    earlierClaims: generation.earlierClaims ?? UNKNOWN,
  };
}

function fillGenerationFacts(value: Absence): GenerationFacts {
  return {
    status: value,
    feature: value,
    platform: value,
    surface: value,
    featurePlatform: value,
    creditsCharged: value,
    creditsRestored: value,
    restored: value,
    failureClass: value,
    failureSource: value,
    failureConfirmedBy: value,
    deliveryStates: value,
    delivered: value,
    failedBeforeDelivery: value,
    startedByHolder: value,
    completedToClaim: value,
    styleMatches: value,
    guidelineViolation: value,
    unusableScore: value,
    overcharged: value,
    earlierClaims: value,
  };
}

/** Derives the facts of the generation claimed about; all unknown or all not applicable where there is none to read. */
export function deriveGenerationFacts(record: CaseRecord, generation: FactSources['generation']): GenerationFacts {
  return typeof generation === 'symbol' ? fillGenerationFacts(generation) : describeGeneration(record, generation);
}
