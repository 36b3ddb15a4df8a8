// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { TryTab } from '../../../admin/policy-versions/try/try-tab.tsx';
import type { TraceView } from '../../../server/contract/http/trace-view.ts';
import { SAMPLE_RULES } from '../trace/sample-trace.ts';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';

beforeEach(() => signIn('policy_owner'));

const PATH = '/api/policy-versions/anumi.d1';
type Candidate = TraceView['candidates'][number];

const ruleset = (policy: string, number: number, held: string | null): Candidate['policy'] => ({
  version: { policy, number, digest: 'd' },
  rule: held,
  missing: [],
  rules: SAMPLE_RULES.map((rule) => ({ ...rule, decisive: rule.name === held })),
});

const candidate = (basis: Candidate['basis'], number: number, disposition: Candidate['disposition']): Candidate => ({
  basis,
  disposition,
  reasonCode: 'X',
  decidedBy: 'policy',
  policy: ruleset('anumi', number, 'cash-window-passed'),
  floor: ruleset('statutory-floor', 1, null),
});

const side = (...candidates: Candidate[]): unknown => ({
  decision: { disposition: 'granted', remedy: null, reasonCode: 'X', missing: [], message: {} },
  trace: { decisionId: null, verdict: { en: '', zh: '' }, nearMiss: null, decisive: candidates.length - 1, candidates },
});

const earlier = candidate('purchase_time', 1, 'granted');
const REPLY = {
  live: side(candidate('request_time', 4, 'denied'), earlier),
  draft: side(candidate('request_time', 0, 'denied'), earlier),
  differs: false,
};

async function tryCase(id: string): Promise<void> {
  await userEvent.click(screen.getByRole('radio', { name: 'a real case' }));
  await userEvent.type(screen.getByRole('combobox', { name: 'Case' }), id);
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
}

describe('trying a case', () => {
  it('says by which versions it was decided, and of each the rules of the policy before those of the floor', async () => {
    answerRequests({ [`POST ${PATH}/try`]: () => ({ body: REPLY }) });
    renderDraft(<TryTab />);
    await tryCase('case-1');
    // The sides are a part of the script of their own, which is read here for the first time.
    expect(await screen.findByText(/the more generous of v4, v1: v1 counts/, {}, { timeout: 20_000 })).toBeTruthy();
    expect(screen.getByText(/the more generous of this draft, v1: v1 counts/)).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(
      ['v4', 'this draft'].flatMap((version) => [
        `${version}, for claims that come in now · Denied`,
        'Statutory floor, v1',
        'v1, in force at the purchase · Granted · counts',
        'Statutory floor, v1',
      ]),
    );
    // Of a floor in which nothing differs and nothing decided there is nothing to show, until all is asked for.
    expect(screen.getAllByRole('tree')).toHaveLength(4);
    await userEvent.click(screen.getByRole('checkbox', { name: 'only what differs' }));
    expect(screen.getAllByRole('tree')).toHaveLength(8);
  });

  it('takes away what came out of something else', async () => {
    answerRequests({ [`POST ${PATH}/try`]: () => ({ body: REPLY }) });
    renderDraft(<TryTab />);
    await tryCase('case-1');
    await screen.findAllByRole('tree');
    await userEvent.click(screen.getByRole('radio', { name: 'filled in' }));
    expect(screen.queryByRole('tree')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'a real case' }));
    expect(screen.getAllByRole('tree')).toHaveLength(4);
    await userEvent.type(screen.getByRole('combobox', { name: 'Case' }), '2');
    expect(screen.queryByRole('tree')).toBeNull();
  });
});
