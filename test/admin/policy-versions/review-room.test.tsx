// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ReviewRoom } from '../../../admin/policy-versions/review-room.tsx';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { renderAdmin } from '../render.tsx';
import { answerRequests, signIn } from './render-draft.tsx';
import type { Sent } from './render-draft.tsx';
import { buildVersion } from './sample-version.ts';

beforeEach(() => signIn('policy_owner'));

const AT = '2026-11-20T10:41:00.000Z';
const INSTANT = '2026-12-01T00:00:00.000Z';
const person = { id: 'user/a', name: 'Owner A' };
const approver = { id: 'user/b', name: 'Approver B' };
const approval = { by: approver, at: AT, digest: 'd', effectiveFrom: INSTANT, note: null };
const submission = { by: person, at: AT, effectiveAt: INSTANT, zone: 'UTC', reason: 'Terms of December.', digest: 'd' };
const PATH = '/api/policy-versions/anumi.d1';

/** Opens the page of a version; what is read after the first time is the last of these. */
function open(...versions: PolicyVersionView[]): Sent[] {
  let reads = 0;
  const last = versions.at(-1);
  const sent = answerRequests({
    [`GET ${PATH}`]: () => ({ body: versions[Math.min(reads++, versions.length - 1)] }),
    [`GET ${PATH}/digest`]: () => ({
      body: { digest: last?.digest, revision: 7, status: last?.status, changedAt: AT, changedBy: person },
    }),
    'POST /api/policy-versions': () => ({ status: 201, body: buildVersion({ id: 'anumi.d2' }) }),
  });
  renderAdmin(<ReviewRoom />, { path: '/policy-versions/anumi.d1/show', route: '/policy-versions/:id/show' });
  return sent;
}

const decided = (change: Partial<PolicyVersionView>): PolicyVersionView =>
  buildVersion({ number: 2, submission, approval, effectiveFrom: INSTANT, ...change });

describe('the page of a version', () => {
  it('that was withdrawn says so, and that its approval is void and its instant will not come', async () => {
    const closing = { by: person, at: AT, reason: 'the terms are not ready' };
    open(decided({ status: 'withdrawn', closing }));
    expect(
      await screen.findByText(/Withdrawn by Owner A, .*“the terms are not ready” The approval by Approver B/),
    ).toBeTruthy();
    expect(screen.getByText(/was to take effect on 1 Dec 2026, 00:00 UTC, and never will/)).toBeTruthy();
    expect(screen.queryByText(/In effect on|^Approved by/)).toBeNull();
  });

  it('that is live says since when, and whose changes they are instead of who proposes them', async () => {
    open(decided({ status: 'live', authors: [person, { id: 'user/c', name: 'Owner C' }] }));
    expect(await screen.findByText(/0 changes by Owner A, Owner C\. In effect since 1 Dec 2026/)).toBeTruthy();
  });

  it('that waits says who propose it', async () => {
    open(buildVersion({ status: 'submitted', submission, authors: [person, { id: 'user/c', name: 'Owner C' }] }));
    expect(await screen.findByText(/Owner A, Owner C propose 0 changes\. In effect on 1 Dec 2026/)).toBeTruthy();
  });

  it('that was approved becomes live by itself', async () => {
    const soon = new Date(Date.now() + 1_000).toISOString();
    open(decided({ status: 'approved', effectiveFrom: soon }), decided({ status: 'live', effectiveFrom: soon }));
    await waitFor(() => expect(screen.getByText(/In effect since/)).toBeTruthy());
  });

  it.each([
    ['withdrawn', 2, 2],
    ['rejected', null, 'anumi.d1'],
    ['discarded', null, 'anumi.d1'],
    ['retired', 2, 2],
  ] as const)('that is %s is what a draft can begin from', async (status, number, from) => {
    const sent = open(decided({ status, number }));
    await userEvent.click(await screen.findByRole('button', { name: 'Start a draft from this version' }));
    await waitFor(() => expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ policy: 'anumi', from }));
  });

  it('offers no draft to who may not edit the policy', async () => {
    signIn('auditor', 'z');
    open(decided({ status: 'live' }));
    await screen.findByText(/In effect since/);
    expect(screen.queryByRole('button', { name: 'Start a draft from this version' })).toBeNull();
  });
});
