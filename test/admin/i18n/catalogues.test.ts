import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesEn } from '../../../admin/i18n/messages.en.ts';
import { messagesZh } from '../../../admin/i18n/messages.zh.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';

function flatten(value: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, prefix === '' ? key : `${prefix}.${key}`));
}

const en = new Map(flatten(messagesEn));
const zh = new Map(flatten(messagesZh));
const ours = [...en].filter(([key]) => !key.startsWith('ra.'));

const sources = readdirSync('admin', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('admin', name), 'utf8'));

describe('the catalogues', () => {
  it('say the same things in both languages', () => {
    expect(ours.length).toBeGreaterThan(400);
    expect(ours.map(([key]) => key).filter((key) => !zh.has(key))).toEqual([]);
  });

  it('hold every key that a screen asks for by name', () => {
    const asked = sources.flatMap((text) => [
      ...text.matchAll(/\bt\(\s*'([a-z][A-Za-z]*(?:\.[A-Za-z_]+)+)'/g),
      ...text.matchAll(/\blabel(?:=|: )['"]([a-z][A-Za-z]*(?:\.[A-Za-z_]+)+)['"]/g),
    ]);
    const keys = [...new Set(asked.map((match) => match[1] ?? ''))].filter((key) => !key.startsWith('ra.'));
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.filter((key) => !en.has(key))).toEqual([]);
    expect(keys.filter((key) => !zh.has(key))).toEqual([]);
  });

  it('have words for whatever the service notes in the audit', () => {
    const served = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const noted = served.flatMap((name) => [
      ...readFileSync(join('server', name), 'utf8').matchAll(/(?:action: |describe\()'([a-z_]+\.[a-z_]+)'/g),
    ]);
    const actions = [...new Set(noted.map((match) => match[1] ?? ''))].filter((one) => SENTENCES.audit(one).en === one);
    expect(actions.length).toBeGreaterThan(20);
    for (const catalogue of [en, zh])
      expect(actions.filter((action) => !catalogue.has(`audit.done.${action}`))).toEqual([]);
  });

  it('fill the same blanks', () => {
    const blanks = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].toSorted();
    // Credits in Chinese need no plural, so no count to choose one by.
    const differ = ours.filter(([key, text]) => blanks(text).join() !== blanks(zh.get(key) ?? '').join());
    expect(differ.map(([key]) => key)).toEqual(['problem.none'].filter((key) => en.has(key)));
  });

  it('keep a calm tone: no pleading, no exclamation', () => {
    const loud = [...en].filter(
      ([key, text]) => !key.startsWith('ra.') && /please|oops|successfully|are you sure|!/i.test(text),
    );
    expect(loud).toEqual([]);
    expect([...zh].filter(([, text]) => /[!！]|请问/.test(text))).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const odd = [...zh].filter(([, text]) => /[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text));
    expect(odd).toEqual([]);
  });
});
