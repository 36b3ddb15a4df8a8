import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { FACT_TYPES } from '../../../server/core/facts/fact-value.ts';
import { wordChoice } from '../../../server/core/facts/word-choice.ts';

const definitions = [...FACT_DICTIONARY.values()];

describe('FACT_DICTIONARY', () => {
  it('names each fact once, flat, and never like a parameter', () => {
    expect(definitions).toHaveLength(62);
    for (const { name } of definitions) {
      expect(name).toMatch(/^(claim|subject|customer|wallet|order|generation)\.[a-z][A-Za-z]+$/);
    }
  });

  it.each(definitions)('$name has a type, a source, and words in English and Chinese', (definition) => {
    expect(FACT_TYPES).toContain(definition.type);
    expect(definition.source).not.toBe('');
    expect(definition.label.en).toMatch(/^[A-Z]/);
    expect(definition.label.zh).toMatch(/\p{Script=Han}/u);
    expect(definition.meaning.en).toMatch(/^[A-Z].*\.$/);
    expect(definition.meaning.zh).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('gives a unit to exactly the facts that count something', () => {
    for (const { name, type, unit } of definitions) {
      expect(unit !== undefined, name).toBe(type === 'integer' || type === 'duration');
    }
  });

  it('gives options only to choices and lists, without repeats', () => {
    for (const { name, type, options } of definitions) {
      if (options === undefined) continue;
      expect(['choice', 'list'], name).toContain(type);
      expect(new Set(options).size, name).toBe(options.length);
    }
  });

  it('has a Chinese word for every value of a choice that is not a name, and leaves names as they are', () => {
    const names = ['ios', 'android', 'stripe', 'paddle', 'polar', 'alipay', 'wechatpay', 'sandbox'];
    for (const value of definitions.flatMap(({ options }) => options ?? [])) {
      const { en, zh } = wordChoice(value);
      expect(en).toBe(value);
      if (names.includes(value)) expect(zh).toBe(value);
      else expect(zh, value).toMatch(/\p{Script=Han}/u);
    }
    expect(wordChoice('constructor').zh).toBe('constructor');
  });

  it('says the same label of no two facts', () => {
    const labels = definitions.map(({ label }) => label.en);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
