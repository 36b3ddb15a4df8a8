import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import type { Visitor } from '../harness/visitor.ts';

/** Whether the page's font draws two Chinese characters as one and the same box. */
async function drawsBoxes({ page }: Visitor): Promise<boolean> {
  return page.evaluate(async () => {
    const { fontFamily } = getComputedStyle(document.body);
    await document.fonts.load(`24px ${fontFamily}`, '中文');
    const [first, second] = ['中', '文'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('nothing can be drawn');
      context.font = `24px ${fontFamily}`;
      context.fillText(character, 4, 40);
      return canvas.toDataURL();
    });
    return first === second;
  });
}

/** Every state without its colour, and Chinese on a machine that has no font for it. */
export function tellSeeing(scene: () => Scene): void {
  chapter('what is seen without colours and fonts', scene, () => {
    it('has a pattern of its own for every outcome of the chart, in bars and legend', async () => {
      const { machine } = scene().stack;
      for (const daysAgo of [3, 16]) await machine.claim(await machine.sell(daysAgo));
      const reviewer = await scene().visit('reviewer');
      await reviewer.load('/', 'Overview');
      await reviewer.page.locator('.MuiBarChart-element').first().waitFor({ state: 'attached' });
      const seen = await reviewer.page.evaluate(() => {
        const fills = (selector: string): string[] =>
          [...document.querySelectorAll(selector)].map((one) => one.getAttribute('fill') ?? '');
        const patterns = [...document.querySelectorAll('pattern')];
        return {
          bars: fills('.MuiBarChart-element'),
          legend: fills('[class*=MuiChartsLegend] rect, [class*=MuiChartsLabelMark] rect'),
          ids: patterns.map(({ id }) => `url(#${id})`),
          strokes: patterns.map((one) => one.querySelector('path')?.getAttribute('d') ?? ''),
        };
      });
      expect(new Set(seen.strokes).size).toBe(5);
      expect(seen.legend.toSorted()).toEqual(seen.ids.toSorted());
      expect(seen.bars.length).toBeGreaterThan(0);
      expect(seen.bars.filter((fill) => !seen.ids.includes(fill))).toEqual([]);
    });

    it('has a word and a shape of its own for every outcome in a list', async () => {
      const reviewer = await scene().visit('reviewer');
      await reviewer.go('/decisions', 'Decisions');
      const shapes = await reviewer.page.locator('main tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const icon = row.querySelector('svg');
          return [icon?.parentElement?.textContent ?? '', icon?.innerHTML ?? ''] as const;
        }),
      );
      const byWord = new Map(shapes);
      expect([...byWord.keys()].toSorted()).toEqual(expect.arrayContaining(['Denied', 'Granted']));
      expect(new Set(byWord.values()).size).toBe(byWord.size);
    });

    it('shows no boxes for Chinese, not even for its name in an English menu', async () => {
      const owner = await scene().visit('owner-a');
      await owner.button('Language').click();
      await owner.page.getByRole('menuitemradio', { name: '中文' }).waitFor();
      await expect.poll(() => drawsBoxes(owner)).toBe(false);
      const stranger = await scene().visit(null, { locale: 'zh-CN' });
      await stranger.load('/');
      await expect.poll(() => drawsBoxes(stranger)).toBe(false);
    });

    it('keeps its layout, its figures and its icons where no font can be fetched', async () => {
      const stranger = await scene().visit(null, { locale: 'zh-CN' });
      await stranger.context.route('**/*.woff2', (route) => route.abort());
      await stranger.signIn('owner-a');
      await stranger.page.evaluate(() => localStorage.setItem('redress.language', 'zh'));
      for (const width of [1440, 390]) {
        await stranger.page.setViewportSize({ width, height: 844 });
        for (const path of ['/', '/policies/anumi/show', '/decisions']) {
          await stranger.load(path);
          expect(await stranger.overflow(), `${path} at ${width}`).toBe(0);
        }
      }
      await stranger.load('/policies/anumi/show', /Anumi/);
      await stranger.page.getByText('v1', { exact: true }).first().waitFor();
    });
  });
}
