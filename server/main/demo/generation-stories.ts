import type { ClaimIssue } from '../../core/cases/claim.ts';
import type { DemoGeneration, GenerationWish, Life } from './life.ts';
import { HOUR_MS, MINUTE_MS } from './life.ts';
import type { Story } from './story.ts';

/** Makes something that surely ends as wished, then waits until the customer writes. Buys where the wallet is short. */
function makeAndComplain(life: Life, wish: GenerationWish): DemoGeneration {
  let made = life.generate(wish);
  while (made === null) {
    life.buy({ sandbox: false });
    made = life.generate(wish);
  }
  life.wait(life.random.int(20 * MINUTE_MS, 40 * HOUR_MS));
  return made;
}

function complain(
  life: Life,
  made: DemoGeneration,
  rest: Omit<Parameters<Life['claim']>[0], 'subject' | 'happenedAt'>,
): void {
  life.claim({ subject: { type: 'generation', id: made.generationId }, happenedAt: made.endedAt, ...rest });
}

function findFeature(life: Life, ...names: string[]): GenerationWish {
  const feature = life.profile.features.find((one) => names.includes(one.feature));
  return feature === undefined ? {} : { feature };
}

const COURTESY_ISSUES: readonly ClaimIssue[] = [
  'no_resemblance',
  'wrong_style',
  'broken_anatomy',
  'guideline_violation',
];

/** Claims about single results. None of them takes credits out of the wallet. */
export const GENERATION_STORIES: readonly Story[] = [
  {
    name: 'failure claimed again',
    weight: 12,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'failed' });
      complain(life, made, { reason: 'failed_generation', remedy: 'credits' });
    },
  },
  {
    name: 'failure that nobody confirms',
    weight: 4,
    days: 3,
    programs: ['post-remixer', 'jimeng'],
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'failed', failure: { class: 'unknown', confirmedBy: [] } });
      complain(life, made, { reason: 'failed_generation', remedy: 'credits' });
    },
  },
  {
    name: 'run started by somebody else',
    weight: 3,
    days: 1,
    programs: ['post-remixer'],
    tell: (life) => void makeAndComplain(life, { outcome: 'failed', startedByOther: true }),
  },
  {
    name: 'moderation',
    weight: 7,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'failed', failure: { class: 'content_policy' } });
      complain(life, made, { reason: 'moderation_rejection', remedy: 'credits' });
    },
  },
  {
    name: 'stopped before any charge',
    weight: 2,
    days: 3,
    tell: (life) => {
      const blocked = life.getBlocked();
      life.wait(2 * HOUR_MS);
      complain(life, blocked, { reason: 'moderation_rejection', remedy: 'credits' });
    },
  },
  {
    name: 'no failure on record',
    weight: 5,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      complain(life, made, { reason: 'failed_generation', remedy: 'credits' });
    },
  },
  {
    name: 'matter of taste',
    weight: 14,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      complain(life, made, { reason: 'poor_quality', issue: 'subjective', remedy: 'credits' });
    },
  },
  {
    name: 'money for a used credit',
    weight: 4,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      complain(life, made, { reason: 'poor_quality', issue: 'unusable', remedy: 'cash' });
    },
  },
  {
    name: 'courtesy',
    weight: 22,
    days: 3,
    programs: ['anumi'],
    tell: (life) => {
      const issue = life.random.pick(COURTESY_ISSUES);
      const wish = issue === 'wrong_style' ? { deliveredStyle: 'photograph' } : {};
      const made = makeAndComplain(life, { outcome: 'succeeded', succeeded: wish });
      complain(life, made, { reason: 'poor_quality', issue, remedy: 'credits', showsResult: true });
    },
  },
  {
    name: 'courtesy, the result shown later',
    weight: 7,
    days: 3,
    programs: ['anumi'],
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      const completes = life.random.chance(0.6);
      complain(life, made, { reason: 'poor_quality', issue: 'no_resemblance', remedy: 'credits', completes });
    },
  },
  {
    name: 'quality of a listed feature',
    weight: 14,
    days: 3,
    programs: ['photoroom'],
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded', ...findFeature(life, 'virtual_model') });
      const reason = life.random.pick(['poor_quality', 'not_as_described', 'faulty'] as const);
      complain(life, made, { reason, issue: 'unusable', remedy: 'credits', showsResult: true });
      if (!life.random.chance(0.3)) return;
      life.wait(30 * HOUR_MS);
      complain(life, made, { reason, issue: 'unusable', remedy: 'credits' });
    },
  },
  {
    name: 'quality of what is not covered',
    weight: 10,
    days: 3,
    programs: ['photoroom'],
    tell: (life) => {
      const batch = life.random.chance(0.4);
      const feature = findFeature(life, life.random.pick(['retouch', 'packaging_mockup']));
      const made = makeAndComplain(life, {
        outcome: 'succeeded',
        ...(batch ? { surface: 'batch_editor' as const } : feature),
      });
      complain(life, made, { reason: 'poor_quality', issue: 'broken_anatomy', remedy: 'credits' });
    },
  },
  {
    name: 'delivered and faulty',
    weight: 5,
    days: 3,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      complain(life, made, { reason: life.random.pick(['faulty', 'not_as_described'] as const), remedy: 'credits' });
    },
  },
  {
    name: 'details missing',
    weight: 9,
    days: 4,
    tell: (life) => {
      const made = makeAndComplain(life, { outcome: 'succeeded' });
      const completes = life.random.chance(0.5);
      complain(life, made, { reason: 'poor_quality', issue: 'subjective', remedy: 'credits', fields: [], completes });
    },
  },
  {
    name: 'result that nobody knows',
    weight: 3,
    days: 1,
    tell: (life) => {
      const id = `${life.person.customerId}-unheard-of`;
      life.claim({ subject: { type: 'generation', id }, reason: 'failed_generation', remedy: 'credits' });
    },
  },
];
