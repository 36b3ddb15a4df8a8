import { expect, it } from 'vitest';
import { describeInBrowser } from './harness/describe-in-browser.ts';
import { Editor } from './harness/editor.ts';
import type { Visitor } from './harness/visitor.ts';

const DARK_PAPER = 'rgb(15, 21, 27)';

/** What is said to a reader in another language than Chinese, where it is neither marked so nor a name, an id or a code. */
async function findForeignWords(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() => {
    const told = 'h1, h2, h3, th, button, label, caption, [role=tab], [role=button], nav a, main p, main li, main dt';
    const elements = [...document.querySelectorAll<HTMLElement>(told)].filter((one) => one.checkVisibility());
    const own = elements.filter((one) => one.closest('[lang=en], code, .cm-editor') === null);
    const texts = own.map((one) => (one.getAttribute('aria-label') ?? one.innerText).trim());
    // A sentence of three Latin words in a row is one that nobody translated.
    return [
      ...new Set(texts.filter((text) => !/\p{Script=Han}/u.test(text) && /([A-Za-z]{2,} ){2,}[a-z]+/.test(text))),
    ];
  });
}

/** Chooses in a menu of the app bar. */
async function choose(visitor: Visitor, menu: string, item: string): Promise<void> {
  await visitor.button(menu).click();
  await visitor.page.getByRole('menuitemradio', { name: item }).click();
  await visitor.page.getByRole('menu').waitFor({ state: 'detached' });
}

describeInBrowser('another language and another light', (scene) => {
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

  it('reach every screen', async () => {
    const [decision] = (await owner.call('GET', '/api/decisions')).body as unknown as { id: string; caseId: string }[];
    const pages = [
      '/',
      '/policies',
      '/policies/anumi/show',
      '/policies/anumi/show/clauses',
      ...['', '/rules', '/try', '/cases', '/messages', '/review', '/show'].map((tab) => editor.path + tab),
      '/cases',
      `/cases/${decision?.caseId}/show`,
      '/decisions',
      `/decisions/${decision?.id}/show`,
      '/wallets',
      '/ledger-entries',
      '/payouts',
      '/audit-events',
      '/profile',
    ];
    const foreign: [string, string[]][] = [];
    for (const path of pages) {
      await owner.go(path, /\p{Script=Han}|Anumi/u);
      foreign.push([path, await findForeignWords(owner)]);
      expect([path, await owner.overflow()]).toEqual([path, 0]);
    }
    expect(foreign.filter(([, words]) => words.length > 0)).toEqual([]);
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
