import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { days, withValue } from '../../journeys/policy-acts.ts';
import type { Person } from './person.ts';

const DAY_MS = 86_400_000;
const REASON = 'Made for the pictures of the tour';

/** Versions that the pictures show; both are put away again. */
export interface TourVersions {
  /** A draft with a shorter cash window. */
  readonly draft: string;
  /** A version that waits for approval. */
  readonly submitted: string;
  putAway(): Promise<void>;
}

/** Makes them as `owner`. */
export async function prepareVersions(owner: Person): Promise<TourVersions> {
  const draft = await write(owner, 'anumi', 'cashRefundWindow', 10);
  const written = await write(owner, 'photoroom', 'qualityReportWindow', 30);
  const path = `/api/policy-versions/${written.id}`;
  const flipIds = written.gate.flips.rows.filter(({ flips }) => flips).map(({ id }) => id);
  await owner.ask('POST', `${path}/acknowledge`, { flipIds });
  for (const { name } of written.gate.cases.rows.filter(({ result }) => result === 'changed'))
    await owner.ask('POST', `${path}/accept-case`, {
      caseName: name,
      reason: 'Decided by the new window from then on',
    });
  const effectiveAt = new Date(Math.ceil(Date.now() / DAY_MS + 9) * DAY_MS).toISOString();
  await owner.ask('POST', `${path}/submit`, { effectiveAt, reason: 'Reports of bad results get a window of 30 days' });
  return {
    draft: draft.id,
    submitted: written.id,
    async putAway() {
      await owner.ask('POST', `${path}/withdraw`, { reason: REASON });
      for (const id of [written.id, draft.id])
        await owner.ask('POST', `/api/policy-versions/${id}/discard`, { reason: REASON });
    },
  };
}

async function write(owner: Person, policy: string, parameter: string, inDays: number): Promise<PolicyVersionView> {
  const rows = await owner.ask<readonly { id: string; live: { number: number } | null }[]>('GET', '/api/policies');
  const from = rows.find(({ id }) => id === policy)?.live?.number ?? 1;
  const made = await owner.ask<PolicyVersionView>('POST', '/api/policy-versions', { policy, from });
  return owner.ask<PolicyVersionView>('PUT', `/api/policy-versions/${made.id}`, {
    revision: made.revision,
    content: withValue(made.content, parameter, days(inDays)),
  });
}
