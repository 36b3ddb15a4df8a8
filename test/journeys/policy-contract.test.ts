import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { semanticDiffSchema } from '../../server/contract/http/policy-change-view.ts';
import { previewReplySchema, tryReplySchema } from '../../server/contract/http/policy-requests.ts';
import {
  digestReplySchema,
  policyVersionRowSchema,
  policyVersionViewSchema,
} from '../../server/contract/http/policy-version-view.ts';
import { clauseRowSchema, policyRowSchema, policyViewSchema } from '../../server/contract/http/policy-view.ts';
import { APPROVER, OTHER_OWNER, OWNER } from './people.ts';
import { days, draftChange, publishChange, settle, submit, withText, withValue } from './policy-acts.ts';
import { openHarness, type Harness } from './service-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const ALL = { from: 0, to: 99, sort: ['changedAt', 'DESC'], filter: {} } as const;

describe('every reply about policies', () => {
  it('fits the contract, whatever state the version is in', async () => {
    const { api } = harness;
    const draft = await draftChange(api, 'anumi', (content) => withValue(content, 'cashRefundWindow', days(10)));
    const waiting = await submit(api, await settle(api, draft));
    await draftChange(api, 'photoroom', (content) => ({
      ...content,
      ruleset: { rules: content.ruleset.rules.slice(1) },
    }));
    await publishChange(api, 'jimeng', (content) => withText(content, 'x', 'FAILED_RUN'), Date.now() + 3_600_000);
    await publishChange(api, 'anypic', (content) => withText(content, 'x', 'FAILED_RUN'));
    const refused = await submit(
      api,
      await draftChange(api, 'post-remixer', (content) => withText(content, 'x', 'FAILED_RUN')),
    );
    await api.rejectVersion(refused.id, { digest: refused.digest, reason: 'the text is too short' }, APPROVER);
    await api.discardDraft(
      (await api.startDraft({ policy: 'anumi', from: 1 }, OTHER_OWNER)).id,
      'not needed',
      OTHER_OWNER,
    );

    const { items } = await api.listPolicyVersions(ALL);
    expect(new Set(items.map((row) => row.status))).toEqual(
      new Set(['draft', 'submitted', 'scheduled', 'approved', 'live', 'rejected', 'discarded']),
    );
    for (const row of items) {
      expect(policyVersionRowSchema.parse(row)).toEqual(row);
      const view = await api.getPolicyVersion(row.id);
      expect(policyVersionViewSchema.parse(view)).toEqual(JSON.parse(JSON.stringify(view)));
      expect(digestReplySchema.parse(await api.getVersionDigest(row.id))).toMatchObject({
        digest: view.digest,
        status: view.status,
      });
      const files = await api.exportPolicy(row.policy, row.id);
      expect(Object.keys(files.files)).toContain('policy.json');
    }
    for (const row of (await api.listPolicies(ALL)).items) {
      expect(policyRowSchema.parse(row)).toEqual(row);
      const policy = await api.getPolicy(row.id);
      expect(policyViewSchema.parse(policy)).toEqual(policy);
      for (const clause of await api.listClauses(row.id)) expect(clauseRowSchema.parse(clause)).toEqual(clause);
    }
    expect(semanticDiffSchema.parse(await api.compareVersions('anypic', 1, 2)).counts.message).toBe(1);
    const preview = await api.previewDraft(waiting.id, {
      parameters: { cashRefundWindow: { amount: 12, unit: 'days', counting: 'elapsed' } },
    });
    expect(previewReplySchema.parse(preview)).toEqual(preview);
    const tried = await api.tryDraft(waiting.id, { caseName: waiting.gate.cases.rows[0]?.name ?? '' });
    expect(tryReplySchema.safeParse(tried).success).toBe(true);
  });

  it('lists what waits for whom', async () => {
    const kinds = async (actor: typeof OWNER): Promise<string[]> =>
      (await harness.api.listWaiting(actor)).map((item) => `${item.kind} ${item.program}`);
    expect(await kinds(APPROVER)).toContain('version_to_approve anumi');
    const toApprove = (await harness.api.listWaiting(APPROVER)).find(({ program }) => program === 'anumi');
    expect(toApprove?.title.en).toMatch(/, draft \d+ waits for your approval$/);
    const own = await kinds(OWNER);
    expect(own).toEqual(
      expect.arrayContaining(['version_rejected post-remixer', 'gate_open photoroom', 'going_live jimeng']),
    );
    expect(own).not.toContain('version_to_approve anumi');
  });
});
