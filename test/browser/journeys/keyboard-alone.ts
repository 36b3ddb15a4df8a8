import { expect, it } from 'vitest';
import { PASSWORD } from '../../journeys/people-harness.ts';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import type { Visitor } from '../harness/visitor.ts';

/** What has the focus: its role or tag, its name, and whether one can see that it has. */
async function focusOf(visitor: Visitor): Promise<{ what: string; name: string; visible: boolean }> {
  return visitor.page.evaluate(async () => {
    // What shows the focus may be drawn a moment after it came.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { what: 'body', name: '', visible: false };
    const id = element.getAttribute('aria-labelledby') ?? '';
    const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
    const name =
      element.getAttribute('aria-label') ??
      (id === ''
        ? ''
        : id
            .split(' ')
            .map((one) => document.getElementById(one)?.innerText ?? '')
            .join(' ')) ??
      '';
    const shown = [element, ...element.querySelectorAll('*'), element.parentElement]
      .filter((one) => one !== null)
      .map((one) => getComputedStyle(one));
    // A field shows it by its frame, everything else by an outline.
    const framed = element.closest('.MuiInputBase-root.Mui-focused') !== null;
    const visible = framed || shown.some((style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
    return {
      what: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      name: (name === '' ? (label?.textContent ?? element.innerText) : name).trim().split('\n')[0] ?? '',
      visible,
    };
  });
}

/** From signing in to a submitted draft, without a mouse. */
export function tellKeyboardAlone(scene: () => Scene): void {
  chapter('with the keyboard alone', scene, () => {
    it('an owner gets from signing in to a submitted draft, and always sees where the focus is', async () => {
      const owner = await scene().visit(null);
      const { keyboard } = owner.page;
      const lost: string[] = [];
      /** Presses Tab until something of this name has the focus; notes where it was lost or could not be seen. */
      const tabTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
        let focus = await focusOf(owner);
        for (let presses = 0; presses < 160 && !name.test(focus.name); presses += 1) {
          await keyboard.press(key);
          focus = await focusOf(owner);
          if (focus.what !== 'body' && !focus.visible) lost.push(`${focus.what} ${focus.name}`);
        }
        if (name.test(focus.name)) return;
        throw new Error(`no Tab leads to ${name}`);
      };
      await owner.load('/');
      await keyboard.type('owner-a@example.test');
      await keyboard.press('Tab');
      await keyboard.type(PASSWORD);
      await keyboard.press('Enter');
      await owner.settle('Overview');
      // g p: the policies; Tab to one of them.
      await keyboard.press('g');
      await keyboard.press('p');
      await owner.settle('Policies');
      await tabTo(/^AnyPic/);
      await keyboard.press('Enter');
      await owner.settle(/AnyPic/);
      await tabTo(/^Start a draft$/);
      await keyboard.press('Enter');
      await owner.page.waitForURL(/policy-versions/);
      await owner.settle(/draft/);
      expect((await focusOf(owner)).what).toBe('h1');
      await tabTo(/^Find name/);
      await keyboard.type('outage');
      await tabTo(/^Amount$/);
      await keyboard.press('Control+a');
      await keyboard.type('72');
      await keyboard.press('Control+s');
      await owner.page.getByText('No unsaved changes').waitFor();
      expect((await focusOf(owner)).name).toMatch(/^Amount/);
      await tabTo(/^Parameters/, 'Shift+Tab');
      for (let tab = 0; tab < 3; tab += 1) await keyboard.press('ArrowRight');
      expect((await focusOf(owner)).name).toMatch(/^Cases/);
      await keyboard.press('Enter');
      await owner.page.locator('#tab-cases[aria-selected=true]').waitFor();
      for (;;) {
        const open = owner.button(/^(Accept new outcome…|Acknowledge th.*…)$/);
        await owner.settle();
        const left = await open.count();
        if (left === 0) break;
        await tabTo(/^(Accept new outcome…|Acknowledge th.*…)$/);
        await keyboard.press('Enter');
        await owner.dialog().waitFor();
        const asksWhy = (await owner.dialog().getByRole('textbox').count()) > 0;
        if (asksWhy) {
          await expect.poll(async () => (await focusOf(owner)).what).toBe('textarea');
          await keyboard.type('An outage counts after three days.');
        }
        await keyboard.press('Control+Enter');
        await owner.dialog().waitFor({ state: 'detached' });
        await expect.poll(() => open.count()).toBeLessThan(left);
        await expect
          .poll(async () => (await focusOf(owner)).what, { message: 'where the focus is after a dialog' })
          .not.toBe('body');
      }
      await tabTo(/^Review and submit$/, 'Shift+Tab');
      await keyboard.press('Enter');
      await owner.page.locator('#tab-review[aria-selected=true]').waitFor();
      await owner.settle();
      await tabTo(/^Why/);
      await keyboard.type('An outage counts after three days.');
      await tabTo(/^Submit for approval…$/);
      await keyboard.press('Enter');
      await owner.dialog().waitFor();
      await keyboard.press('Control+Enter');
      await owner.settle(/waits for approval/);
      expect((await focusOf(owner)).what).toBe('h1');
      expect(lost).toEqual([]);
    });
  });
}
