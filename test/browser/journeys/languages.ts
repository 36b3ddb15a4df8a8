import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { Editor } from '../harness/editor.ts';
import type { Visitor } from '../harness/visitor.ts';

const DARK_PAPER = 'rgb(15, 21, 27)';

/** Chooses in a menu of the app bar. */
async function choose(visitor: Visitor, menu: string, item: string): Promise<void> {
  await visitor.button(menu).click();
  await visitor.page.getByRole('menuitemradio', { name: item }).click();
  await visitor.page.getByRole('menu').waitFor({ state: 'detached' });
}

/** Chinese and dark, for the person who chose them. */
export function tellLanguages(scene: () => Scene): void {
  chapter('another language and another light', scene, () => {
    let owner: Visitor;
    let editor: Editor;

    it('are chosen in the bar, and an edit under way stays', async () => {
      await scene().stack.machine.claim(await scene().stack.machine.sell(16));
      owner = await scene().visit('owner-b');
      editor = await Editor.start(owner, 'anumi');
      await editor.amount('cashRefundWindow').fill('10');
      await choose(owner, 'Language', '中文');
      await owner.page.getByText('保存草稿').waitFor();
      expect(await owner.page.locator('html').getAttribute('lang')).toMatch(/^zh/);
      expect(await editor.row('cashRefundWindow').getByRole('textbox').first().inputValue()).toBe('10');
      await owner.page.keyboard.press('Control+s');
      await owner.page.getByText('没有未保存的修改').waitFor();
      await choose(owner, '主题', '深色');
      await expect
        .poll(() => owner.page.evaluate(() => getComputedStyle(document.body).backgroundColor))
        .toBe(DARK_PAPER);
    });

    it('go with the person to their next machine', async () => {
      const elsewhere = await scene().visit('owner-b');
      await elsewhere.page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
      expect(await elsewhere.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(DARK_PAPER);
    });

    it('say errors too', async () => {
      owner.expectRefusal(404);
      await owner.go('/decisions/nowhere/show');
      const alert = owner.page.locator('main').getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/\p{Script=Han}/u);
      const stranger = await scene().visit(null, { locale: 'zh-CN' });
      await stranger.load('/');
      stranger.expectRefusal(401);
      await stranger.page.getByLabel('电子邮件').fill('nobody@example.test');
      await stranger.page.locator('input[type=password]').fill('not the password');
      await stranger.page.keyboard.press('Enter');
      await stranger.page
        .getByRole('alert')
        .filter({ hasText: /\p{Script=Han}/u })
        .waitFor();
    });
  });
}
