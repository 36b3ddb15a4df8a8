import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeInBrowser } from '../harness/describe-in-browser.ts';

const MOST_BYTES = 400_000;
const ASSETS = 'dist/admin/assets';

/** Words that stay in the code of a library once it is built, and nowhere else. */
const LATER: Readonly<Record<string, string>> = {
  'the editor of rules as JSON': 'cm-editor',
  'the builder of conditions': 'ruleGroup-combinators',
  'the charts': 'MuiBarElement',
  'the editor of versions': 'editor-panel',
};

/** Names of the scripts that the page asks for by itself, and of all that those import at once. */
function listInitialScripts(): readonly string[] {
  const html = readFileSync('dist/admin/index.html', 'utf8');
  const waiting = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name = '']) => name);
  const found = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const imported = readFileSync(`${ASSETS}/${name}`, 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
    waiting.push(...[...imported].map(([, other = '']) => other));
  }
  return [...found];
}

const textOf = (name: string): string => readFileSync(`${ASSETS}/${name}`, 'utf8');

describeInBrowser('the first page', (scene) => {
  it('asks for less than 400 KB of compressed script until somebody can sign in', async () => {
    const visitor = await scene().visit(null);
    const sizes: Promise<number>[] = [];
    visitor.page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      sizes.push(
        request.sizes().then(
          ({ responseBodySize }) => responseBodySize,
          () => 0,
        ),
      );
    });
    await visitor.load('/', 'Sign in');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  describe('leaves for later', () => {
    it.each(Object.entries(LATER))('%s', (_what, mark) => {
      const initial = new Set(listInitialScripts());
      const holding = readdirSync(ASSETS).filter((name) => name.endsWith('.js') && textOf(name).includes(mark));
      expect(holding, `no script holds “${mark}”`).not.toEqual([]);
      expect(holding.filter((name) => initial.has(name))).toEqual([]);
    });
  });
});
