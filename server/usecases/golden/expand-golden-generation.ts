import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { RecordedGeneration } from '../../core/records/case-record.ts';

type GoldenGeneration = NonNullable<GoldenCase['generation']>;

const CHARGED_BEFORE_MS = 2 * 3_600_000;

function expandOutcome(generation: GoldenGeneration, resolve: (words: string) => number): Partial<RecordedGeneration> {
  const { failure } = generation;
  if (generation.status === 'succeeded') return { succeededAt: resolve(generation.succeeded ?? '1h before the claim') };
  if (generation.status !== 'failed') return {};
  return {
    failure: {
      class: failure?.class ?? 'internal',
      source: failure?.source ?? 'app',
      confirmedBy: failure?.confirmedBy ?? ['app'],
      at: resolve(failure?.at ?? '1m before the claim'),
    },
  };
}

/** The generation of a golden case; paid from the order's lot where the case has an order, else from bonus credits. */
export function expandGoldenGeneration(
  golden: GoldenCase,
  generation: GoldenGeneration,
  resolve: (words: string) => number,
): RecordedGeneration {
  const credits = generation.status === 'blocked' ? 0 : (generation.credits ?? 5);
  const restored = generation.restored ?? 0;
  const outcome = expandOutcome(generation, resolve);
  const platform = generation.platform === undefined ? 'web' : generation.platform;
  const holder = generation.startedByHolder === undefined ? true : generation.startedByHolder;
  const chargedAt = (outcome.succeededAt ?? outcome.failure?.at ?? resolve('the claim')) - CHARGED_BEFORE_MS;
  return {
    id: 'generation-1',
    status: generation.status,
    feature: generation.feature ?? 'image',
    surface: generation.surface ?? 'single',
    credits,
    creditsRestored: restored,
    restored: generation.remedied ?? restored > 0,
    remediesReversed: 0,
    consumption: credits > 0 ? [{ lotId: golden.order ? 'order-1' : 'bonus-1', credits, restored }] : [],
    deliveries: (generation.deliveries ?? []).map((words) => ({ how: 'downloaded', at: resolve(words) })),
    ...(generation.status === 'blocked' ? {} : { chargedAt }),
    ...outcome,
    ...(generation.earlierClaims === null ? {} : { earlierClaims: generation.earlierClaims ?? 0 }),
    ...(platform === null ? {} : { platform }),
    ...(holder === null ? {} : { actorIsHolder: holder }),
    ...(generation.requestedStyle === undefined ? {} : { requestedStyle: generation.requestedStyle }),
    ...(generation.deliveredStyle === undefined ? {} : { deliveredStyle: generation.deliveredStyle }),
    ...(generation.unusableScore === undefined ? {} : { unusableScore: generation.unusableScore }),
    ...(generation.guidelineViolation === undefined ? {} : { guidelineViolation: generation.guidelineViolation }),
  };
}
