import { expect, it } from 'vitest';
import { chapter, type Scene } from '../harness/describe-in-browser.ts';
import { approve, Editor } from '../harness/editor.ts';
import type { Machine } from '../harness/machine.ts';

let counter = 0;

/** A picture of Photoroom with a score, made so many days ago, and a claim that it cannot be used. */
async function claimQuality(machine: Machine, unusableScore: number, daysAgo: number) {
  const customerId = await machine.sell(daysAgo + 1, 'photoroom');
  const generationId = `picture-${(counter += 1)}`;
  const about = { program: 'photoroom', generationId };
  await machine.happen(
    'generation.charged',
    { ...about, customerId, walletId: `w-${customerId}`, feature: 'recolor', platform: 'ios', credits: 5 },
    daysAgo,
  );
  await machine.happen('generation.succeeded', { ...about, deliverables: ['image'], unusableScore }, daysAgo);
  const { decision } = await machine.claim(customerId, {
    program: 'photoroom',
    subject: { type: 'generation', id: generationId },
    reason: 'poor_quality',
    issue: 'unusable',
    remedy: 'credits',
    channel: 'in_app',
    fields: { generationId, details: 'it is blank' },
  });
  return decision;
}

/** Values that nobody had set are set, and decide. */
export function tellUnsetValue(scene: () => Scene): void {
  chapter('values that nobody had set', scene, () => {
    it('send quality claims to a person, and the editor says so', async () => {
      const decision = await claimQuality(scene().stack.machine, 90, 0.5);
      expect(decision).toMatchObject({ disposition: 'referred', reasonCode: 'FACTS_MISSING' });
    });

    it('are set by their owner, who had to choose every part of them', async () => {
      const owner = await scene().visit('owner-a');
      await owner.settle('Overview');
      const editor = await Editor.start(owner, 'photoroom');
      const row = editor.row('qualityReportWindow');
      expect(await row.innerText()).toContain('Claims that need it go to a person.');
      await row.getByRole('button', { name: /set a value/i }).click();
      expect(await editor.amount('qualityReportWindow').inputValue()).toBe('');
      await editor.amount('qualityReportWindow').fill('3');
      await row.getByText('Fill in every field; nothing is set until then.').waitFor();
      await row.getByLabel('Unit').click();
      await owner.page.getByRole('option', { name: 'days' }).click();
      await row.getByLabel('Counting').click();
      await owner.page.getByRole('option', { name: /exact hours/ }).click();
      await row.getByText(/Used by \d+ rules?/).waitFor();
      for (const [name, value] of [
        ['unusableGrantScore', '80'],
        ['unusableReviewScore', '40'],
      ] as const) {
        await editor
          .row(name)
          .getByRole('button', { name: /set a value/i })
          .click();
        await editor.row(name).getByRole('textbox').fill(value);
      }
      await editor.save();
      await editor.tab('review');
      await owner.page
        .getByText(/Not set → 3 days/i)
        .first()
        .waitFor();
      await editor.settle();
      await editor.submit('Three days for a report, as decided.');
      const approver = await scene().visit('approver-a');
      await approve(approver, editor.path);
    });

    it('decide quality claims from then on', async () => {
      const { machine } = scene().stack;
      expect(await claimQuality(machine, 90, 0.5)).toMatchObject({
        disposition: 'granted',
        reasonCode: 'CLEARLY_UNUSABLE',
        policyVersion: { number: 2 },
      });
      expect(await claimQuality(machine, 90, 4)).toMatchObject({
        disposition: 'denied',
        reasonCode: 'REPORTED_TOO_LATE',
      });
      expect(await claimQuality(machine, 10, 0.5)).toMatchObject({ disposition: 'denied' });
    });
  });
}
