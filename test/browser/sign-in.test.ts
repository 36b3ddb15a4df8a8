import { expect, it } from 'vitest';
import { describeInBrowser } from './harness/describe-in-browser.ts';

describeInBrowser('signing in', (scene) => {
  it('shows the overview, and no page is wider than its window', async () => {
    const visitor = await scene().visit('owner-a');
    await visitor.settle('Overview');
    expect(await visitor.overflow()).toBe(0);
    await visitor.go('/policies', 'Policies');
    expect(await visitor.axe()).toEqual([]);
  });
});
