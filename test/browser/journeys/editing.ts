import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { Editor } from '../harness/editor.ts';
import type { Visitor } from '../harness/visitor.ts';

/** What an owner does in a draft, field by field. */
export function tellEditing(scene: () => Scene): void {
  chapter('a draft in its owner’s hands', scene, () => {
    let owner: Visitor;
    let editor: Editor;

    it('takes what was typed back: Esc to the value at first, the arrow to the live one, and says so', async () => {
      owner = await scene().visit('owner-a');
      editor = await Editor.start(owner, 'anypic');
      const amount = editor.amount('fullRefundWindow');
      const live = await amount.inputValue();
      await amount.fill('12');
      await owner.page.getByLabel('Find name, clause, word').focus();
      await amount.focus();
      await owner.page.keyboard.press('Control+a');
      await owner.page.keyboard.type('11');
      await amount.press('Escape');
      await expect.poll(() => amount.inputValue()).toBe('12');
      await owner.hear(/back to/);
      await amount.fill('13');
      await editor
        .row('fullRefundWindow')
        .getByRole('button', { name: /back to the live value/ })
        .click();
      await expect.poll(() => amount.inputValue()).toBe(live);
      await owner.hear(new RegExp(`back to ${live} `));
    });

    it('keeps what cannot be a value as it was typed, says the bounds, and Save leads to it', async () => {
      const amount = editor.amount('fullRefundWindow');
      const row = editor.row('fullRefundWindow');
      for (const [typed, told] of [
        ['0', /0 is outside \d+ to \d+/],
        ['99999', /99999 is outside \d+ to \d+/],
        ['abc', /“abc” is not a whole number, \d+ to \d+/],
      ] as const) {
        await amount.fill(typed);
        await row.getByText(told).waitFor();
        expect(await amount.inputValue()).toBe(typed);
      }
      await owner.button('Save draft').click();
      await owner.page
        .getByRole('alert')
        .getByRole('link', { name: /Amount/ })
        .waitFor();
      await owner.page.waitForFunction(
        () => document.activeElement?.closest('[data-parameter=fullRefundWindow]') !== null,
      );
      await owner.button('Undo all').click();
      await row.getByText(/is not a whole number/).waitFor({ state: 'detached' });
    });

    it('keeps its edits from tab to tab, and asks before they are left behind', async () => {
      const amount = editor.amount('fullRefundWindow');
      await amount.fill('5');
      await editor.tab('rules');
      await editor.tab('messages');
      await editor.tab('parameters');
      expect(await amount.inputValue()).toBe('5');
      const asked: string[] = [];
      owner.page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await owner.page.getByRole('navigation').getByRole('link', { name: 'Cases', exact: true }).click();
      await expect.poll(() => asked).toEqual(['confirm']);
      expect(new URL(owner.page.url()).pathname).toBe(editor.path);
      await owner.page.close({ runBeforeUnload: true });
      await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
      expect(await amount.inputValue()).toBe('5');
      await owner.button('Undo all').click();
    });

    it('moves a rule with Alt and an arrow, within its stage alone, and says where it is', async () => {
      await editor.tab('rules');
      const items = owner.page.locator('section[aria-labelledby=stage-eligibility] li button[aria-keyshortcuts]');
      const second = await items.nth(1).innerText();
      await items.nth(1).focus();
      await owner.page.keyboard.press('Alt+ArrowUp');
      await owner.hear(/moved to \d+ of \d+/);
      const [, name = ''] = /^\d+\s*(.+)$/m.exec(second.replaceAll('\n', ' ')) ?? [];
      expect(name.split(' ')[0]).toBe((await items.nth(0).innerText()).replaceAll('\n', ' ').split(' ')[1]);
      const focused = await owner.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
      expect(focused).toContain(name.split(' ')[0]);
      await owner.page.keyboard.press('Alt+ArrowUp');
      await owner.hear(/cannot leave its stage/);
    });

    it('marks a broken rule at its line, shuts the builder, and loses nothing', async () => {
      await owner.button('JSON').click();
      const text = owner.page.locator('.cm-content');
      await text.waitFor();
      const whole = await owner.page.evaluate(
        () => document.querySelector<HTMLElement>('.cm-content')?.innerText ?? '',
      );
      await editor.replaceText(text, `${whole}\n,`);
      await owner.page.getByText('The text is not a rule yet, so the builder is shut. Nothing is lost.').waitFor();
      await owner.hear(/Line \d+:/);
      expect(await owner.button('Builder').isDisabled()).toBe(true);
      await editor.tab('cases');
      await editor.tab('rules');
      expect(await text.innerText()).toContain(',\n'.trim());
      expect(await owner.button('Builder').isDisabled()).toBe(true);
      await editor.replaceText(text, whole);
      await owner.page.getByText('The text is not a rule yet').waitFor({ state: 'detached' });
      await owner.button('Builder').click();
      await owner.page.getByRole('combobox', { name: /^Fact/ }).first().waitFor();
      await owner.button('Undo all').click();
    });

    it('flips a cell of the matrix with keys alone, and the review says which', async () => {
      const other = await Editor.start(owner, 'photoroom');
      const row = other.row('featurePlatformMatrix');
      await row.getByRole('button', { name: 'Open the grid' }).focus();
      await owner.page.keyboard.press('Enter');
      const grid = row.getByRole('grid');
      await grid.waitFor();
      await owner.page.keyboard.press('Tab');
      await owner.page.keyboard.press('Tab');
      const target = await grid.locator('tr', { hasText: 'ai_backgrounds' }).getAttribute('aria-rowindex');
      await grid.locator('[data-cell="0/0"]').waitFor();
      expect(await owner.page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0/0');
      for (let at = 2; at < Number(target); at += 1) await owner.page.keyboard.press('ArrowDown');
      await owner.page.keyboard.press('y');
      await owner.hear('ai_backgrounds / iOS: yes');
      expect(await owner.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'yes, changed, live: no',
      );
      await other.save();
      await other.tab('review');
      await owner.page.getByText('ai_backgrounds / iOS: no → yes').first().waitFor();
      const { changes } = await other.read();
      expect(changes.items.map((item) => item.sentence.en)).toContain('ai_backgrounds / iOS: no → yes');
    });

    it('keeps the heads of its columns and its save bar in sight, at every width', async () => {
      await editor.open();
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [390, 844],
      ] as const) {
        await owner.page.setViewportSize({ width, height });
        await editor.row('statutoryFloor').scrollIntoViewIfNeeded();
        await owner.page.mouse.wheel(0, 3000);
        const bar = await owner.page.getByRole('region', { name: 'Save' }).boundingBox();
        expect([width, await owner.overflow(), Math.round((bar?.y ?? 0) + (bar?.height ?? 0))]).toEqual([
          width,
          0,
          height,
        ]);
        const heads = owner.page.locator('main span', { hasText: /^Draft$/ }).first();
        const [top, under] = [(await heads.boundingBox())?.y, await owner.page.locator('header').first().boundingBox()];
        if (width > 390) expect(top).toBeLessThan((under?.height ?? 0) + 40);
      }
    });
  });
}
