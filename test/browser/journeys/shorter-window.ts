import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { approve, Editor } from '../harness/editor.ts';
import type { Visitor } from '../harness/visitor.ts';

const TWELVE_DAYS = {
  name: 'Paid twelve days before',
  claim: { about: 'order', reason: 'unused_credits' },
  order: { paid: '12d before the claim' },
  expect: { disposition: 'denied', reasonCode: 'CASH_WINDOW_PASSED', rule: 'cash-window-passed' },
} as const;

/** Chooses which version counts for a claim. */
async function chooseBasis(editor: Editor, does: RegExp, said: string): Promise<void> {
  const row = editor.row('versionBasis');
  await row.getByRole('radio', { name: does }).check();
  await row.getByText('It counts for every claim that comes in').waitFor();
  await editor.visitor.page.getByRole('complementary').getByText(`Version that counts: ${said}`).waitFor();
  await editor.save();
}

/** A window is shortened, from the draft to what it decides, and back. */
export function tellShorterWindow(scene: () => Scene): void {
  chapter('a shorter cash window', scene, () => {
    let owner: Visitor;
    let approver: Visitor;
    let editor: Editor;

    it('shows what moves as soon as 10 is typed for 14', async () => {
      owner = await scene().visit('owner-a');
      editor = await Editor.start(owner, 'anumi');
      await chooseBasis(
        editor,
        /^That in force when the claim came in decides/,
        'the more generous of the two → that in force when the claim came in',
      );
      const row = editor.row('cashRefundWindow');
      const preview = owner.page.waitForResponse((answer) => answer.url().endsWith('/preview'));
      await editor.amount('cashRefundWindow').fill('10');
      expect((await preview).status()).toBe(200);
      await row.getByText(/boundary cases? changes? (its|their) outcome/).waitFor();
      const text = await row.innerText();
      expect(text).toContain('14 days');
      expect(text).toMatch(/Live[\s\S]*until[\s\S]*Draft[\s\S]*until/);
      expect(text).toContain('The published text says 14 days');
      await editor.save();
    });

    it('is not handed in before every case and every flip was looked at', async () => {
      await editor.tab('review');
      await owner.page.getByRole('textbox', { name: /^Why/ }).fill('Terms of 1 December.');
      const submit = owner.button('Submit for approval…');
      expect(await submit.isDisabled()).toBe(true);
      owner.expectRefusal(409);
      const refused = await owner.call('POST', `/api${editor.path}/submit`, {
        effectiveAt: null,
        reason: 'Terms of 1 December.',
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'GATE_CLOSED' } });
      // A flip is one click away.
      await owner.page.getByRole('link', { name: /flips? 0 of \d+ acknowledged/ }).click();
      await owner.page.locator('#tab-cases[aria-selected=true]').waitFor();
      expect(await owner.button(/^Acknowledge th/).count()).toBeGreaterThan(0);
    });

    it('has a case of its owner’s own, and is handed in once everything is settled', async () => {
      await editor.writeCase(TWELVE_DAYS);
      await editor.save();
      await editor.settle();
      await owner.page.getByRole('link', { name: /flips? (\d+) of \1 acknowledged/ }).waitFor();
      await editor.submit('Terms of 1 December.');
      const version = await editor.read();
      expect(version).toMatchObject({ status: 'submitted', cases: [{ name: TWELVE_DAYS.name }] });
      expect(version.gate).toMatchObject({ open: true });
    });

    it('is not approved by who wrote it, neither in the room nor past it; the attempt is in the audit', async () => {
      const { digest } = await editor.read();
      await owner.page.getByText('You wrote part of this; someone else approves it.').waitFor();
      expect(await owner.button('Approve…').count()).toBe(0);
      owner.expectRefusal(403);
      const attempt = await owner.call('POST', `/api${editor.path}/approve`, { digest });
      expect(attempt).toMatchObject({ status: 403 });
      const auditor = await scene().visit('auditor');
      await auditor.go('/audit-events', 'Audit');
      await auditor.page.getByText('owner-a was refused').first().waitFor();
    });

    it('is approved by another, goes live by itself, and denies a claim on a purchase 12 days old', async () => {
      const { machine } = scene().stack;
      const before = await machine.claim(await machine.sell(12));
      expect(before.decision).toMatchObject({ disposition: 'granted', policyVersion: { number: 1 } });
      approver = await scene().visit('approver-a');
      await approve(approver, editor.path);
      const { decision } = await machine.claim(await machine.sell(12));
      expect(decision).toMatchObject({
        disposition: 'denied',
        reasonCode: 'CASH_WINDOW_PASSED',
        policyVersion: { number: 2 },
      });
      await owner.go(`/decisions/${decision.id}/show`, /Denied/);
      await owner.page
        .getByRole('link', { name: /v2|version 2/i })
        .first()
        .waitFor();
      await owner.go('/policies/anumi/show', /Anumi/);
      await owner.page.getByText(/Version 2 decides, live since/).waitFor();
    });

    it('leaves older purchases alone once the more generous version counts', async () => {
      const next = await Editor.start(owner, 'anumi');
      await chooseBasis(next, /^Both are tried/, 'that in force when the claim came in → the more generous of the two');
      await next.settle();
      await next.submit('Who bought before keeps what was sold.');
      await approve(approver, next.path);
      const { machine } = scene().stack;
      const { decision } = await machine.claim(await machine.sell(12));
      expect(decision).toMatchObject({ disposition: 'granted', policyVersion: { number: 1 } });
    });

    it('is taken back by one action, which somebody else approves', async () => {
      await owner.go('/policies/anumi/show', /Anumi/);
      await owner.button('Roll back…').click();
      const dialog = owner.dialog();
      expect(await dialog.getByRole('button', { name: 'Roll back', exact: true }).isDisabled()).toBe(true);
      await dialog.getByRole('combobox').click();
      await owner.page.getByRole('option', { name: /1/ }).last().click();
      await dialog.getByRole('textbox').last().fill('Back to fourteen days.');
      await dialog.getByRole('button', { name: 'Roll back', exact: true }).click();
      await owner.settle(/waits for approval/);
      const path = new URL(owner.page.url()).pathname.replace(/\/show$/, '');
      const version = await approve(approver, path);
      expect(version).toMatchObject({ number: 4, origin: 'rollback' });
      const { machine } = scene().stack;
      const { decision } = await machine.claim(await machine.sell(12));
      expect(decision).toMatchObject({ disposition: 'granted' });
      await owner.go('/policies/anumi/show', /Anumi/);
      await owner.page.getByText(/Version 4 decides, live since/).waitFor();
    });

    it('is rolled back at once in an emergency by a legal owner and an admin, from two sessions', async () => {
      const [legal, admin] = [await scene().visit('legal'), await scene().visit('admin')];
      await legal.go('/policies/anumi/show', /Anumi/);
      await legal.button('Emergency rollback…').click();
      await legal.dialog().getByRole('combobox').click();
      await legal.page.getByRole('option').first().click();
      await legal.dialog().getByRole('textbox').last().fill('What failed has to come back.');
      await legal.dialog().getByRole('button', { name: 'Ask for it' }).click();
      await legal.dialog().waitFor({ state: 'detached' });
      await legal.page.getByText(/An emergency rollback to version \d was asked for by legal/).waitFor();
      expect(await legal.button('Confirm emergency…').count()).toBe(0);
      await admin.go('/policies/anumi/show', /Anumi/);
      await admin.act('Confirm emergency…', 'Put live', 'Confirmed on the telephone.');
      await expect
        .poll(
          async () => {
            const { body } = await admin.call('GET', '/api/policies/anumi');
            return body['live'];
          },
          { timeout: 20_000 },
        )
        .toMatchObject({ number: 5 });
      await admin.load('/policies/anumi/show', /Anumi/);
      await admin.page.getByText('emergency').first().waitFor();
    });
  });
}
