import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_STORIES } from '../../../server/main/demo/account-stories.ts';
import { GENERATION_STORIES } from '../../../server/main/demo/generation-stories.ts';
import { DAY_MS, HOUR_MS, Life } from '../../../server/main/demo/life.ts';
import { ORDER_STORIES } from '../../../server/main/demo/order-stories.ts';
import { avoidOutages, listOutages } from '../../../server/main/demo/outages.ts';
import { inventPerson } from '../../../server/main/demo/person.ts';
import { PROGRAM_PROFILES } from '../../../server/main/demo/program-profiles.ts';
import { createRandom, mixSeed } from '../../../server/main/demo/random.ts';
import { listPossibleStories } from '../../../server/main/demo/story.ts';

const END_AT = Date.UTC(2026, 5, 30);
const STORIES = [...ORDER_STORIES, ...GENERATION_STORIES, ...ACCOUNT_STORIES];

function live(program: string, days: number, seed = 3): Life {
  const profile = PROGRAM_PROFILES.find((one) => one.program === program);
  if (profile === undefined) throw new Error(`no program ${program}`);
  const random = createRandom(seed);
  const outages = listOutages(profile, END_AT);
  return new Life(inventPerson(profile, 1, random), profile, random, {
    bornAt: END_AT - days * DAY_MS,
    endAt: END_AT,
    outages,
  });
}

let life: Life;
beforeEach(() => {
  life = live('anumi', 60);
});

describe('a life', () => {
  it('cannot spend more than was bought', () => {
    expect(life.generate()).toBeNull();
    const { pack } = life.buy();
    let spent = 0;
    for (let made = life.generate(); made !== null; made = life.generate()) spent += 1;
    expect(spent).toBeGreaterThan(0);
    expect(life.spendable).toBeLessThanOrEqual(6);
    const charged = life.events.filter(({ type }) => type === 'redress.generation.charged');
    const credits = charged.reduce((sum, { data }) => sum + Number('credits' in data ? data.credits : 0), 0);
    expect(credits + life.spendable).toBe(pack.credits);
  });

  it('keeps what is not to be spent', () => {
    life.buy({ spend: false });
    expect(life.spendable).toBe(0);
  });

  it('ends when the history ends', () => {
    expect(life.hasDays(59)).toBe(true);
    expect(life.hasDays(60)).toBe(false);
    expect(life.wait(900 * DAY_MS)).toBe(END_AT - 1);
  });

  it('makes nothing while nothing works', () => {
    const [outage] = listOutages(live('jimeng', 60).profile, END_AT);
    if (outage === undefined) throw new Error('jimeng has an outage');
    expect(avoidOutages(outage.openedAt - 1, [outage])).toBe(outage.openedAt - 1);
    expect(avoidOutages(outage.openedAt + HOUR_MS, [outage])).toBeGreaterThanOrEqual(outage.closedAt);
    expect(avoidOutages(outage.openedAt, [{ ...outage, severity: 'partial' }])).toBe(outage.openedAt);
  });

  it('is answered in the customer’s own language', () => {
    const texts = PROGRAM_PROFILES.flatMap(({ program }) =>
      Array.from({ length: 30 }, (_, seed) => {
        const told = live(program, 60, seed);
        told.claim({
          subject: { type: 'wallet', id: 'demo-wallet' },
          reason: 'other',
          remedy: 'credits',
          fields: ['description'],
        });
        return { locale: told.person.locale, text: told.claims[0]?.body.fields?.description ?? '' };
      }),
    );
    expect(new Set(texts.map(({ locale }) => locale))).toEqual(new Set(['en', 'zh']));
    for (const { locale, text } of texts) expect(text).toContain(locale === 'zh' ? '演示数据' : 'demonstration data');
  });
});

describe('stories', () => {
  it.each(STORIES.map((story) => [story.name, story] as const))('%s', (_, story) => {
    const told = live(story.programs?.[0] ?? 'anypic', 80);
    told.buy();
    story.tell(told);
    expect(told.events.length + told.claims.length).toBeGreaterThan(1);
    const at = told.events.map(({ time }) => Date.parse(time));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(told.claims.every(({ sentAt }) => sentAt >= (at[0] ?? END_AT) && sentAt < END_AT)).toBe(true);
  });

  it('are told where they belong and while there is time', () => {
    const names = (told: Life): string[] => listPossibleStories(STORIES, told).map(({ name }) => name);
    expect(names(life)).toContain('courtesy');
    expect(names(live('jimeng', 60))).not.toContain('courtesy');
    expect(names(life)).toContain('too late');
    expect(names(live('anumi', 20))).not.toContain('too late');
  });
});

describe('repeatable chance', () => {
  it('repeats itself for one seed only', () => {
    const draw = (seed: number): number[] => Array.from({ length: 20 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(mixSeed(1, 1)).not.toBe(mixSeed(1, 2));
  });

  it('is spread evenly, and as weighed', () => {
    const random = createRandom(99);
    const numbers = Array.from({ length: 20_000 }, () => random.int(1, 6));
    for (let side = 1; side <= 6; side += 1) {
      expect(numbers.filter((number) => number === side).length / numbers.length).toBeCloseTo(1 / 6, 1);
    }
    const weighed = Array.from(
      { length: 20_000 },
      () =>
        random.weigh([
          { name: 'often', weight: 9 },
          { name: 'seldom', weight: 1 },
        ]).name,
    );
    expect(weighed.filter((name) => name === 'seldom').length / weighed.length).toBeCloseTo(0.1, 1);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
