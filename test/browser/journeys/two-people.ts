import { expect, it } from 'vitest';
import { PASSWORD } from '../../journeys/people-harness.ts';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { Editor } from '../harness/editor.ts';
import type { Visitor } from '../harness/visitor.ts';

/** Longer than an open review room waits until it asks whether what it shows still stands. */
const PAST_THE_NEXT_QUESTION = '00:16';

/** Two owners at one draft, and the approver who reads it meanwhile. */
export function tellTwoPeople(scene: () => Scene): void {
  chapter('two people and one draft', scene, () => {
    let first: Editor;
    let second: Editor;
    let approver: Visitor;

    it('collide, and what both wrote survives the merge', async () => {
      const [a, b] = [await scene().visit('owner-a'), await scene().visit('owner-b')];
      first = await Editor.start(a, 'anypic');
      await b.go(first.path, /draft/);
      second = new Editor(b, first.path);
      await first.amount('fullRefundWindow').fill('5');
      await first.row('restoreOnModeration').getByRole('radio', { name: /^Off/ }).check();
      await first.save();
      await second.amount('fullRefundWindow').fill('9');
      await second.amount('outageThreshold').fill('72');
      b.expectRefusal(409);
      await second.save(409);
      const dialog = b.dialog();
      await dialog.getByText('Someone saved before you').waitFor();
      const text = await dialog.innerText();
      expect(text).toMatch(/owner-a, .*UTC, revision 2 \(you began at 1\)/);
      expect(text).toMatch(/theirs: 5 days[\s\S]*yours: 9 days[\s\S]*was: 7 days/);
      // Nothing is chosen beforehand, and nothing can be saved before it is.
      const save = dialog.getByRole('button', { name: /Save merged/ });
      expect([await dialog.getByRole('radio', { checked: true }).count(), await save.isDisabled()]).toEqual([0, true]);
      await dialog.getByRole('radio', { name: /^yours/ }).check();
      await save.click();
      await dialog.waitFor({ state: 'detached' });
      await b.page.getByText('No unsaved changes').waitFor();
      expect(await second.amount('fullRefundWindow').inputValue()).toBe('9');
      const { content, revision } = await second.read();
      const valueOf = (name: string): unknown => content.parameters.find((one) => one.name === name)?.value;
      expect(revision).toBe(3);
      expect(valueOf('restoreOnModeration')).toBe(false);
      expect(valueOf('outageThreshold')).toMatchObject({ amount: 72 });
      expect(valueOf('fullRefundWindow')).toMatchObject({ amount: 9 });
    });

    it('sign in again over the page where the session ended, and the save goes through', async () => {
      const { page, context } = second.visitor;
      await second.amount('outageThreshold').fill('60');
      await context.clearCookies();
      second.visitor.expectRefusal(401);
      await page.keyboard.press('Control+s');
      const dialog = second.visitor.dialog();
      await dialog.getByText('Your session is over').waitFor();
      expect(await dialog.getByLabel('E-mail').inputValue()).toBe('owner-b@example.test');
      await dialog.locator('input[type=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('No unsaved changes').waitFor();
      expect(new URL(page.url()).pathname).toBe(second.path);
      expect(
        (await second.read()).content.parameters.find((one) => one.name === 'outageThreshold')?.value,
      ).toMatchObject({
        amount: 60,
      });
    });

    it('have their ticks taken off again where a value changes once more', async () => {
      await second.settle();
      const settled = (await second.read()).gate.flips;
      expect(settled.total).toBeGreaterThan(0);
      expect(settled.acknowledged).toBe(settled.total);
      await second.tab('parameters');
      await second.amount('fullRefundWindow').fill('10');
      await second.save();
      const { flips } = (await second.read()).gate;
      expect(flips.acknowledged).toBeLessThan(flips.total);
      await second.settle();
      await second.submit('What both of us wanted.');
    });

    it('are not approved while they still change it: the room shuts by itself and shows the change', async () => {
      approver = await scene().visit('approver-a', { width: 390, height: 844, touch: true });
      await approver.page.clock.install();
      await approver.load(`${second.path}/show`, /waits for approval/);
      expect(await approver.button('Approve…').isEnabled()).toBe(true);
      const { visitor } = second;
      await visitor.act('Withdraw…', 'Withdraw');
      await visitor.go('/policies', 'Policies');
      await visitor.go(second.path, /draft/);
      await second.amount('outageThreshold').fill('59');
      await second.save();
      await second.settle();
      await second.submit('With an hour less, after all.');
      await approver.page.clock.fastForward(PAST_THE_NEXT_QUESTION);
      await approver.hear(/This changed while you were reading: owner-b, .*UTC/);
      expect(await approver.button('Approve…').count()).toBe(0);
      await approver.button('Show').click();
      await approver.button('Approve…').waitFor();
      await approver.page
        .getByText(/59 hours/)
        .first()
        .waitFor();
    });

    it('are approved on a phone with one thumb; a rejection needs a reason', async () => {
      expect(await approver.overflow()).toBe(0);
      for (const name of ['Reject…', 'Approve…']) {
        const box = await approver.button(name).boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
      }
      await approver.button('Reject…').tap();
      const reject = approver.dialog().getByRole('button', { name: 'Reject', exact: true });
      expect(await reject.isDisabled()).toBe(true);
      await approver.dialog().getByRole('textbox').fill('too short');
      expect(await reject.isDisabled()).toBe(true);
      await approver.dialog().getByRole('button', { name: 'Cancel' }).click();
      await approver.dialog().waitFor({ state: 'detached' });
      await approver.button('Approve…').tap();
      const said = await approver.dialog().innerText();
      expect(said).toMatch(/boundary cases? changes? (its|their) outcome|no boundary case changes its outcome/);
      expect(said).toMatch(/You approve digest .* and nothing else/);
      await approver.dialog().getByRole('button', { name: 'Approve', exact: true }).tap();
      await approver.dialog().waitFor({ state: 'detached' });
      await approver.page.getByText(/Approved by approver-a/).waitFor();
      expect(['approved', 'live']).toContain((await second.read()).status);
    });
  });
}
