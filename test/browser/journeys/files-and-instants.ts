import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { Editor } from '../harness/editor.ts';
import type { Visitor } from '../harness/visitor.ts';

/** A version as a file, and for an instant to come. */
export function tellFilesAndInstants(scene: () => Scene): void {
  chapter('what else becomes of a version', scene, () => {
    let owner: Visitor;
    let exported = '';

    it('is taken out as a file, and comes back as a draft and nothing else', async () => {
      owner = await scene().visit('owner-a');
      await owner.go('/policies/post-remixer/show', /Post Remixer/);
      const [download] = await Promise.all([owner.page.waitForEvent('download'), owner.button('Export').click()]);
      exported = await download.path();
      const { files } = JSON.parse(await readFile(exported, 'utf8')) as { files: Record<string, string> };
      expect(Object.keys(files)).toContain('ruleset.json');
      await owner.button('Import…').click();
      await owner.page.locator('input[type=file]').setInputFiles(exported);
      await owner.dialog().getByRole('button', { name: 'Make a draft' }).click();
      await owner.settle(/draft/);
      const draft = new Editor(owner, new URL(owner.page.url()).pathname.replace(/\/review$/, ''));
      const { status, changes, live } = await draft.read();
      expect({ status, changed: changes.items.length, live: live?.number }).toEqual({
        status: 'draft',
        changed: 0,
        live: 1,
      });
      await owner.act('Discard draft…', 'Discard');
      await owner.settle(/Post Remixer/);
      await owner.page.getByText('Discarded').first().waitFor();
    });

    it('is scheduled for an instant that its owner reads in every zone, and withdrawn before it', async () => {
      const editor = await Editor.start(owner, 'post-remixer');
      await editor.row('autoRestore').getByRole('radio', { name: /^Off/ }).check();
      await editor.save();
      await editor.settle();
      await editor.tab('review');
      await owner.page.getByRole('radio', { name: 'at', exact: true }).check();
      const when = owner.page.getByLabel('Day and time');
      await when.fill('2020-01-01T00:00');
      await owner.page.getByText('This instant has passed.').waitFor();
      const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
      await when.fill(`${inTenDays}T00:00`);
      await owner.page.getByText(/in 9 d|in 10 d/).waitFor();
      await owner.page.getByRole('textbox', { name: /^Why/ }).fill('From the first of the month.');
      await owner.act('Submit for approval…', 'Submit');
      await owner.settle(/waits for approval/);
      const approver = await scene().visit('approver-a');
      await approver.go(`${editor.path}/show`, /waits for approval/);
      await approver.act('Approve…', 'Approve');
      await approver.page.getByText(/Approved by approver-a/).waitFor();
      await owner.go('/policies/post-remixer/show', /Post Remixer/);
      await owner.page.getByText(/Version 2 takes over on .*UTC/).waitFor();
      await owner.go(`${editor.path}/show`);
      await owner.act('Withdraw…', 'Withdraw', 'The month begins differently.');
      await owner.go('/policies', 'Policies');
      await owner.go('/policies/post-remixer/show', /Post Remixer/);
      await owner.page.getByText(/Version 1 decides, live since/).waitFor();
      await owner.page.getByText(/takes over on/).waitFor({ state: 'detached' });
    });

    it('is what another draft begins from, with its change and none of its approval', async () => {
      await owner.page.getByRole('link', { name: 'Version 2' }).click();
      await owner.page.getByText(/The approval by approver-a is void/).waitFor();
      await owner.page.getByText(/It was to take effect on .*, and never will/).waitFor();
      await owner.button('Start a draft from this version').click();
      await owner.page.waitForURL((url) => !url.pathname.endsWith('/show'));
      await owner.settle(/draft/);
      const { status, basedOn, changes, approval } = await new Editor(owner, new URL(owner.page.url()).pathname).read();
      expect({ status, from: basedOn.number, changed: changes.items.map(({ name }) => name), approval }).toEqual({
        status: 'draft',
        from: 1,
        changed: ['autoRestore'],
        approval: null,
      });
      await owner.act('Discard draft…', 'Discard');
    });
  });
}
