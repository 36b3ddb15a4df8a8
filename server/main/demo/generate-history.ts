import { ACCOUNT_STORIES } from './account-stories.ts';
import { GENERATION_STORIES } from './generation-stories.ts';
import type { DemoClaim, DemoEvent, DemoHistory } from './history.ts';
import { DAY_MS, HOUR_MS, Life, MINUTE_MS } from './life.ts';
import { ORDER_STORIES } from './order-stories.ts';
import { listOutages, reportOutage } from './outages.ts';
import { inventPerson } from './person.ts';
import type { ProgramProfile } from './program-profile.ts';
import { PROGRAM_PROFILES } from './program-profiles.ts';
import { createRandom, mixSeed } from './random.ts';
import { listPossibleStories } from './story.ts';
import type { Story } from './story.ts';

/** Days that the history covers. */
const SPAN_DAYS = 92;

/** Customers of all programs at scale 1. */
const CUSTOMERS = 1_500;

const FINAL_STORIES = [...ORDER_STORIES, ...ACCOUNT_STORIES];
const GRANTS = ['trial', 'trial', 'bonus', 'promotion', 'referral', 'subscription'] as const;

/**
 * Three months of five programs that end at `endAt` (epoch ms): the same for the same arguments. At `scale` 1 about
 * 1,500 customers, 3,000 orders, 8,000 generations and 1,200 claims; a smaller scale tells fewer of the same lives.
 */
export function generateHistory(seed: number, endAt: number, scale: number): DemoHistory {
  const startAt = endAt - SPAN_DAYS * DAY_MS;
  const events: DemoEvent[] = [];
  const claims: DemoClaim[] = [];
  let refused = 0;
  PROGRAM_PROFILES.forEach((profile, place) => {
    const outages = listOutages(profile, endAt);
    events.push(...outages.flatMap((outage) => reportOutage(profile.program, outage)));
    const count = Math.max(1, Math.round(CUSTOMERS * profile.share * scale));
    for (let number = 1; number <= count; number += 1) {
      const life = tellLife(profile, number, mixSeed(seed, place * 1_000_000 + number), { startAt, endAt, outages });
      events.push(...life.events);
      claims.push(...life.claims);
      refused += life.refused;
    }
  });
  return {
    startAt,
    endAt,
    events: events.toSorted((a, b) => compare(a.time, b.time) || compare(a.id, b.id)),
    claims: claims.toSorted((a, b) => a.sentAt - b.sentAt || compare(a.key, b.key)),
    refused,
  };
}

interface Span {
  readonly startAt: number;
  readonly endAt: number;
  readonly outages: ReturnType<typeof listOutages>;
}

function tellLife(profile: ProgramProfile, number: number, seed: number, { startAt, endAt, outages }: Span): Life {
  const random = createRandom(seed);
  const person = inventPerson(profile, number, random);
  const bornAt = startAt + random.int(0, Math.floor((SPAN_DAYS - 16) * DAY_MS));
  const life = new Life(person, profile, random, { bornAt, endAt, outages });
  const { customerId, email, phone, country, isConsumer, timezone, locale } = person;
  life.report('redress.customer.updated', {
    customerId,
    emails: [email],
    phone,
    country,
    isConsumer,
    timezone,
    locale,
  });
  if (random.chance(0.4)) grantCredits(life);
  useService(life);
  if (random.chance(0.44)) tellOne(life, GENERATION_STORIES);
  if (random.chance(0.36)) tellOne(life, FINAL_STORIES);
  return life;
}

function grantCredits(life: Life): void {
  const { customerId, walletId } = life.person;
  const credits = life.random.int(5, 20);
  const source = life.random.pick(GRANTS);
  life.wait(MINUTE_MS);
  life.report('redress.credits.granted', { customerId, walletId, lotId: `${customerId}-${source}`, credits, source });
  life.spendable += credits;
}

/** Buys a pack or several, and makes things from them. */
function useService(life: Life): void {
  const packs = life.random.weigh([
    { packs: 1, weight: 50 },
    { packs: 2, weight: 32 },
    { packs: 3, weight: 13 },
    { packs: 4, weight: 5 },
  ]).packs;
  for (let bought = 0; bought < packs && (bought === 0 || life.hasDays(4)); bought += 1) {
    life.wait(life.random.int(5 * MINUTE_MS, 2 * DAY_MS));
    life.buy({ sandbox: life.random.chance(0.7) });
    const runs = life.random.int(0, 6);
    for (let run = 0; run < runs && life.hasDays(1); run += 1) {
      life.wait(life.random.int(2 * MINUTE_MS, 20 * HOUR_MS));
      life.generate();
    }
    life.wait(life.random.int(HOUR_MS, 5 * DAY_MS));
  }
}

function tellOne(life: Life, stories: readonly Story[]): void {
  const possible = listPossibleStories(stories, life);
  if (possible.length > 0) life.random.weigh(possible).tell(life);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
