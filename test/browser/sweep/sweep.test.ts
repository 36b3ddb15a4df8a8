import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser, type Scene } from '../harness/describe-in-browser.ts';
import type { Who } from '../harness/stack.ts';
import type { Visitor } from '../harness/visitor.ts';
import { judgePage, type Rules } from './judge-page.ts';
import { isKnownRouter, listRoutes } from './list-routes.ts';
import { findBareAmounts, findBareTimes, findEnglish, findUntranslated } from './read-text.ts';
import { DISPOSITIONS, SCREENS, type Screen } from './screens.ts';
import { seedScreens, type Seeds } from './seed-screens.ts';

type Language = 'en' | 'zh';

const DESK = { width: 1440, height: 900 };
const SMALL = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

describe('the table of screens', () => {
  it('has a row for every route', () => {
    const rows = new Set(SCREENS.map(({ route }) => route));
    expect(listRoutes().filter((route) => !rows.has(route))).toEqual([]);
  });

  it('knows every file that routes', () => {
    const files = readdirSync('admin', { recursive: true, encoding: 'utf8' }).map((name) => `admin/${name}`);
    const routers = files.filter((name) => name.endsWith('.tsx') && readFileSync(name, 'utf8').includes('<Route path'));
    expect(routers.filter((name) => !isKnownRouter(name))).toEqual([]);
  });
});

describeInBrowser('every screen', (scene) => {
  let seeds: Seeds;
  const windows = new Map<string, Promise<Visitor>>();
  const windowOf = async (who: Who, language: Language): Promise<Visitor> => {
    const key = `${who} ${language}`;
    const open = windows.get(key) ?? openWindow(scene(), who, language);
    windows.set(key, open);
    return open;
  };
  beforeAll(async () => {
    seeds = await seedScreens(scene().stack);
  }, 120_000);
  afterAll(() => windows.clear());

  it('has something to show', () => {
    expect(Object.keys(seeds.decisions).toSorted()).toEqual([...DISPOSITIONS].toSorted());
  });

  it.each(SCREENS.map((screen) => ({ screen, name: nameScreen(screen) })))('$name', async ({ screen }) => {
    const [english, chinese] = [await windowOf(screen.who, 'en'), await windowOf(screen.who, 'zh')];
    const path = screen.path(seeds);
    for (const visitor of [english, chinese])
      if (screen.route === '*') [403, 404].forEach((n) => visitor.expectRefusal(n));
    const found = await Promise.all([lookInEnglish(english, path), lookInChinese(chinese, path)]);
    expect(found.flat()).toEqual([]);
  });
});

function nameScreen({ route, as, who }: Screen): string {
  return `${route}${as === undefined ? '' : `, ${as}`} for ${who}`;
}

async function openWindow(scene: Scene, who: Who, language: Language): Promise<Visitor> {
  const visitor = await scene.visit(who);
  if (language === 'en') return visitor;
  // Chosen in this browser alone: the profile is the other window's too.
  await visitor.page.evaluate(() => localStorage.setItem('redress.language', 'zh'));
  await visitor.load('/');
  await visitor.page.locator('html[lang=zh]').waitFor({ state: 'attached' });
  return visitor;
}

/** Structure does not depend on colours, so that axe's whole set runs twice, and its contrasts in all four. */
async function lookInEnglish(visitor: Visitor, path: string): Promise<string[]> {
  const { page } = visitor;
  await dress(visitor, 'light', DESK);
  await visitor.go(path);
  const found = [...(await read(visitor, 'en')), ...(await judge(visitor, 'light 1440', 'all'))];
  await dress(visitor, 'dark', DESK);
  found.push(...(await judge(visitor, 'dark 1440', 'contrast')));
  await page.setViewportSize(SMALL);
  found.push(...(await measure(visitor, '1024')));
  await dress(visitor, 'dark', PHONE);
  await visitor.settle();
  found.push(...(await read(visitor, 'en')), ...(await judge(visitor, 'dark 390', 'all')));
  await dress(visitor, 'light', PHONE);
  return [...found, ...(await judge(visitor, 'light 390', 'contrast'))];
}

async function lookInChinese(visitor: Visitor, path: string): Promise<string[]> {
  await dress(visitor, 'light', DESK);
  await visitor.go(path);
  const found = [...(await read(visitor, 'zh')), ...(await judge(visitor, 'zh 1440', 'structure'))];
  await visitor.page.setViewportSize(SMALL);
  found.push(...(await measure(visitor, 'zh 1024')));
  await dress(visitor, 'dark', PHONE);
  await visitor.settle();
  return [...found, ...(await read(visitor, 'zh')), ...(await judge(visitor, 'zh dark 390', 'structure'))];
}

async function dress({ page }: Visitor, colorScheme: 'light' | 'dark', size: typeof DESK): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await page.waitForFunction(
    (wanted) =>
      document.getAnimations().length === 0 && getComputedStyle(document.documentElement).colorScheme === wanted,
    colorScheme,
  );
}

async function measure(visitor: Visitor, name: string): Promise<string[]> {
  const overflow = await visitor.overflow();
  return overflow > 0 ? [`${name}: ${overflow} px too wide`] : [];
}

async function judge(visitor: Visitor, name: string, rules: Rules): Promise<string[]> {
  const found = await judgePage(visitor.page, rules);
  return [...(await measure(visitor, name)), ...found.map((line) => `${name}: ${line}`)];
}

async function read({ page }: Visitor, language: Language): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return [
    ...findUntranslated(text).map((key) => `${language}: no words for ${key}`),
    ...findBareTimes(text).map((time) => `${language}: no zone in “${time}”`),
    ...findBareAmounts(text).map((amount) => `${language}: no currency in “${amount}”`),
    ...(language === 'en' ? [] : findEnglish(text).map((words) => `zh: English “${words}”`)),
  ];
}
