import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Which of axe's rules are run. */
export type Rules = 'all' | 'structure' | 'contrast';

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
    }[];
  }>;
}

/**
 * What axe finds serious or critical in a page, one line for each rule. Its builder brings axe into the page anew for
 * every question and opens a second page for the answer; here it is brought once, which a sweep of many screens needs.
 */
export async function judgePage(page: Page, rules: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
  }
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const contrast = 'color-contrast';
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      iframes: false,
      preload: false,
      ...(chosen === 'contrast' ? { runOnly: { type: 'rule', values: [contrast] } } : {}),
      ...(chosen === 'structure' ? { rules: { [contrast]: { enabled: false } } } : {}),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => {
        const [first] = nodes;
        const where = nodes.slice(0, 5).map(({ target }) => target.join(' '));
        return `${id} at ${where.join(', ')}: ${first?.failureSummary ?? ''}`;
      });
  }, rules);
}
