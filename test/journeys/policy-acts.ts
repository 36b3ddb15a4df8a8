import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import type { Parameter } from '../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import type { PolicyUseCases } from '../../server/http/policy-use-cases.ts';
import type { Actor } from '../../server/http/use-cases.ts';
import { APPROVER, OWNER } from './people.ts';

/** A content with one parameter's value replaced. */
export function withValue(content: PolicyContent, name: string, value: unknown): PolicyContent {
  const parameters = content.parameters.map((one) =>
    one.name === name ? ({ ...one, value, provenance: 'confirmed' } as Parameter) : one,
  );
  return { ...content, parameters };
}

/** A content with one customer text replaced: a change that no case notices. */
export function withText(content: PolicyContent, text: string, code = 'UNUSED_PACK'): PolicyContent {
  return { ...content, messages: { ...content.messages, en: { ...content.messages['en'], [code]: text } } };
}

/** A window in days, exact hours. */
export function days(amount: number): unknown {
  return { amount, unit: 'days', counting: 'elapsed' };
}

/** Number of the version that will decide last, as things are scheduled now. */
async function findLast(api: PolicyUseCases, policy: string): Promise<number> {
  const { timeline } = await api.getPolicy(policy);
  const coming = timeline.filter((row) => ['live', 'approved', 'scheduled'].includes(row.status));
  return Math.max(1, ...coming.map((row) => row.number ?? 1));
}

/** Starts a draft from what is live, or from another version, and saves a change of it. */
export async function draftChange(
  api: PolicyUseCases,
  policy: string,
  change: (content: PolicyContent) => PolicyContent,
  by: Actor = OWNER,
  from?: number,
): Promise<PolicyVersionView> {
  const number = from ?? (await api.getPolicy(policy)).live?.number ?? 1;
  const draft = await api.startDraft({ policy, from: number }, by);
  return api.saveDraft(draft.id, { revision: draft.revision, content: change(draft.content) }, by);
}

/** Acknowledges every flip and accepts every changed case of a draft. */
export async function settle(
  api: PolicyUseCases,
  draft: PolicyVersionView,
  by: Actor = OWNER,
): Promise<PolicyVersionView> {
  const flips = draft.gate.flips.rows.filter((row) => row.flips && row.acknowledged === null).map((row) => row.id);
  let settled = flips.length === 0 ? draft : await api.acknowledgeFlips(draft.id, flips, by);
  for (const row of draft.gate.cases.rows.filter((one) => one.result === 'changed')) {
    settled = await api.acceptCase(draft.id, { caseName: row.name, reason: 'the policy says so from now on' }, by);
  }
  return settled;
}

/** Submits a settled draft, on approval unless an instant (epoch ms) is given. */
export async function submit(
  api: PolicyUseCases,
  draft: PolicyVersionView,
  effectiveAt: number | null = null,
  by: Actor = OWNER,
): Promise<PolicyVersionView> {
  return api.submitDraft(draft.id, { effectiveAt, reason: 'terms of December' }, by);
}

/** Drafts, settles, submits and has approved a change of what decides last; takes effect within seconds, or at `effectiveAt` (epoch ms). */
export async function publishChange(
  api: PolicyUseCases,
  policy: string,
  change: (content: PolicyContent) => PolicyContent,
  effectiveAt: number | null = null,
): Promise<PolicyVersionView> {
  const draft = await draftChange(api, policy, change, OWNER, await findLast(api, policy));
  const submitted = await submit(api, await settle(api, draft), effectiveAt);
  return api.approveVersion(submitted.id, { digest: submitted.digest }, APPROVER);
}

/** Waits until an instant (epoch ms) has passed. */
export async function passing(at: number): Promise<void> {
  for (let left = at - Date.now(); left >= 0; left = at - Date.now())
    await new Promise((resolve) => setTimeout(resolve, Math.min(left + 5, 1_000)));
}
