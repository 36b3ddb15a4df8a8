import { describe, expect, it } from 'vitest';
import { buildGoldenBench, POLICIES } from './bench.ts';

const bench = await buildGoldenBench();

/** Codes that the service gives by itself, whatever the rules say. */
const OF_THE_SERVICE = [
  'FACTS_MISSING',
  'AMOUNT_ZERO',
  'ENGINE_ERROR',
  'STATUTORY_FACTS_MISSING',
  'ALREADY_OPEN',
  'DENIED_GENERIC',
];

describe.each(POLICIES)('the texts of %s', (policy) => {
  const content = bench.programs.get(policy);
  const codes = new Set([
    ...OF_THE_SERVICE,
    ...(content?.ruleset.rules ?? []).map(({ event }) => event.params.reasonCode),
    ...(bench.floor?.ruleset.rules ?? []).map(({ event }) => event.params.reasonCode),
  ]);

  it.each(['en', 'zh'])('are there for each reason code in %s, and for no other', (locale) => {
    expect(Object.keys(content?.messages[locale] ?? {}).toSorted()).toEqual([...codes].toSorted());
  });

  it('are in their language', () => {
    for (const text of Object.values(content?.messages['zh'] ?? {})) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(content?.messages['en'] ?? {})) expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('say the amount of a cash grant, the credits of a credit grant, and what is missing', () => {
    const wrong = (content?.ruleset.rules ?? []).flatMap(({ name, event: { type, params } }) => {
      const wanted = params.remedy?.startsWith('cash')
        ? '{amount}'
        : params.remedy
          ? '{credits}'
          : params.reasonCode === 'FIELDS_MISSING'
            ? '{missing}'
            : '';
      const texts = ['en', 'zh'].map((locale) => content?.messages[locale]?.[params.reasonCode] ?? '');
      const promises = type !== 'grant' && texts.some((text) => /\{(amount|credits)\}/u.test(text));
      return promises || texts.some((text) => !text.includes(wanted)) ? [name] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('put no withdrawal into the mouth of somebody who asked for another reason', () => {
    // The floor's rules on the period of withdrawal hold for a claim of any reason.
    const texts = ['STATUTORY_WITHDRAWAL', 'STATUTORY_REVIEW'].flatMap((code) =>
      ['en', 'zh'].map((locale) => content?.messages[locale]?.[code] ?? ''),
    );
    expect(texts.filter((text) => /you have (withdrawn|asked)|撤回了|要求撤回/iu.test(text))).toEqual([]);
    expect(texts.filter((text) => /withdraw from a purchase|可撤回购买/u.test(text))).toEqual(texts);
  });

  it('fill in the same in both languages', () => {
    const placeholders = (text = ''): string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted();
    for (const code of codes) {
      expect([code, placeholders(content?.messages['en']?.[code])]).toEqual([
        code,
        placeholders(content?.messages['zh']?.[code]),
      ]);
    }
  });
});

it('photoroom tells a denied customer no reason, only thanks', () => {
  expect(bench.programs.get('photoroom')?.messages['en']?.['DENIED_GENERIC']).toBe('Thank you for your feedback.');
});
