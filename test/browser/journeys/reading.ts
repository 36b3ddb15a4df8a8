import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import type { Visitor } from '../harness/visitor.ts';

const MENU = [
  ['/', 'Overview'],
  ['/policies', 'Policies'],
  ['/policies/anumi/show', /Anumi/],
  ['/policies/anumi/show/clauses', /Anumi/],
  ['/cases', 'Cases'],
  ['/decisions', 'Decisions'],
  ['/wallets', 'Wallets'],
  ['/ledger-entries', 'Ledger'],
  ['/payouts', 'Payouts'],
  ['/audit-events', 'Audit'],
] as const;

/** Decisions, traces and numbers, for those who read and change nothing. */
export function tellReading(scene: () => Scene): void {
  chapter('a reader', scene, () => {
    let auditor: Visitor;
    let deniedId = '';

    it('finds the verdict first, then by how much, then the rule that decided, already open', async () => {
      const { machine } = scene().stack;
      for (let granted = 0; granted < 3; granted += 1) await machine.claim(await machine.sell(3));
      const { decision } = await machine.claim(await machine.sell(16));
      deniedId = decision.id;
      auditor = await scene().visit('auditor');
      await auditor.go('/decisions', 'Decisions');
      await auditor.page.getByRole('row').filter({ hasText: 'Denied' }).getByRole('link').first().click();
      await auditor.settle(/^Denied: /);
      const told = await auditor.page.locator('main').innerText();
      const [heading, margin, why] = [
        told.indexOf('Denied: '),
        told.indexOf('One condition short of'),
        told.indexOf('Why'),
      ];
      expect(heading).toBeGreaterThanOrEqual(0);
      expect(margin).toBeGreaterThan(heading);
      expect(why).toBeGreaterThan(margin);
      const deciding = auditor.page.getByRole('treeitem', { name: /decides/ }).first();
      expect(await deciding.getAttribute('aria-expanded')).toBe('true');
      expect(await deciding.innerText()).toMatch(/Cash window passed/i);
    });

    it('walks the trace with the keys, each line saying its state, its sentence and what was there', async () => {
      const { keyboard } = auditor.page;
      const focused = async (): Promise<{ level: number; name: string }> =>
        auditor.page.evaluate(() => {
          const item = document.activeElement;
          const label = document.getElementById(item?.getAttribute('aria-labelledby') ?? '');
          return {
            level: Number(item?.getAttribute('aria-level')),
            name: label?.innerText.replaceAll(/\s+/g, ' ') ?? '',
          };
        });
      await auditor.page
        .getByRole('treeitem', { name: /decides/ })
        .first()
        .focus();
      expect((await focused()).level).toBe(1);
      await keyboard.press('ArrowRight');
      const inside = await focused();
      expect(inside.level).toBe(2);
      await keyboard.press('End');
      await keyboard.press('Home');
      expect((await focused()).level).toBe(1);
      await auditor.page
        .getByRole('treeitem', { name: /decides/ })
        .first()
        .focus();
      await keyboard.press('ArrowLeft');
      await expect
        .poll(() =>
          auditor.page
            .getByRole('treeitem', { name: /decides/ })
            .first()
            .getAttribute('aria-expanded'),
        )
        .toBe('false');
      await keyboard.press('ArrowRight');
      await expect
        .poll(async () => (await focused()).name)
        .toMatch(/^held: Cash window passed decides Denied ANUMI-4d/);
      for (let line = 0; line < 4; line += 1) await keyboard.press('ArrowDown');
      expect(await focused()).toEqual({ level: 3, name: 'held: Payment to claim is outside 14 days (16 days)' });
      // What the line looked at is told under the tree.
      await auditor.page.getByText('cashRefundWindow').first().waitFor();
    });

    it('replays it: identical, said in place, and the focus stays', async () => {
      const replay = auditor.button('Replay');
      await replay.focus();
      await auditor.page.keyboard.press('Enter');
      await auditor.hear(/Identical, \d\d:\d\d:\d\d UTC/);
      expect(await auditor.page.evaluate(() => document.activeElement?.textContent)).toContain('Replay');
    });

    it('opens everything as an auditor and can change nothing; the visit is in the audit', async () => {
      for (const [path, heading] of MENU) {
        await auditor.go(path, heading);
        const acts = auditor.page
          .locator('main')
          .getByRole('button', { name: /draft|Import|Roll back|Withdraw|Approve|Reject|Discard|Save|Delete|Revoke/ });
        expect([path, await acts.allInnerTexts()]).toEqual([path, []]);
      }
      auditor.expectRefusal(403);
      const refused = [
        await auditor.call('POST', '/api/policy-versions', { policy: 'anumi', from: 1 }),
        await auditor.call('POST', '/api/policies/anumi/rollback', { toNumber: 1, reason: 'because I can' }),
        await auditor.call('POST', '/api/users', { email: 'x@example.test', name: 'X', grants: [] }),
        await auditor.call('POST', '/api/policy-versions', { policy: 'anumi', from: 1 }, false),
      ];
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      const visit = encodeURIComponent(JSON.stringify({ subjectId: deniedId }));
      await auditor.go(`/audit-events?filter=${visit}`, 'Audit');
      await auditor.button('auditor read a decision').first().click();
      await auditor.dialog().getByText('It was read; nothing was changed.').waitFor();
      await auditor.dialog().getByRole('button', { name: 'Close' }).click();
      await auditor.go('/audit-events?filter=%7B%7D', 'Audit');
      await auditor.button('auditor was refused').first().waitFor();
    });

    it('follows a number to its rows, and a colleague at the same address sees the same', async () => {
      await auditor.go('/', 'Overview');
      const tile = auditor.page
        .locator('section')
        .filter({ has: auditor.page.getByRole('heading', { name: 'Claims' }) });
      const count = await tile.getByRole('link').first().innerText();
      await tile.getByRole('link').first().click();
      await auditor.settle('Cases');
      await auditor.page.getByText(`1–${count} of ${count}`).waitFor();
      const rows = await auditor.page.getByRole('row').count();
      expect(rows - 1).toBe(Number(count));
      const { pathname, search } = new URL(auditor.page.url());
      const colleague = await scene().visit('reviewer');
      await colleague.load(pathname + search, 'Cases');
      await colleague.page.getByText(`1–${count} of ${count}`).waitFor();
      await auditor.go('/', 'Overview');
      await auditor.page.getByRole('button', { name: 'Table' }).first().click();
      const outcome = auditor.page.locator('table').first().getByRole('link').first();
      const number = await outcome.innerText();
      await outcome.click();
      await auditor.settle('Cases');
      await auditor.page.getByText(`1–${number} of ${number}`).waitFor();
    });

    it('never finds two currencies in one number', async () => {
      const { machine } = scene().stack;
      const order = await machine.sell(2, 'anypic', { currency: 'CNY', amountMinor: 6800 });
      const { decision } = await machine.claim(order, {
        program: 'anypic',
        fields: { phone: '+86 10 0000', orderId: 'R-1', paymentTime: 'yesterday', amount: '68', reason: 'not used' },
      });
      expect(decision).toMatchObject({ disposition: 'granted', currency: 'CNY' });
      await auditor.load('/', 'Overview');
      const table = auditor.page.locator('section').filter({ hasText: 'Money and credits, by program' });
      const rows = (await table.getByRole('row').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim());
      expect(rows.slice(1).toSorted()).toEqual(['Anumi 29.97 EUR 3', 'AnyPic 68.00 CNY 1']);
    });
  });
}
