import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { days, withText, withValue } from '../../journeys/policy-acts.ts';
import { cloudEvent, customerWithOrder, eventually } from '../../journeys/service-harness.ts';
import { SignedIn } from '../../journeys/signed-in.ts';
import type { Stack, Who } from '../harness/stack.ts';

const DAY_MS = 86_400_000;

/** Ids of what was made for the screens to show. */
export interface Seeds {
  readonly draft: string;
  readonly submitted: string;
  readonly scheduled: string;
  readonly rejected: string;
  /** Decisions and their cases, by disposition. */
  readonly decisions: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
  readonly wallet: string;
  readonly payout: string;
  readonly user: string;
}

/** Fills a new service so that no screen is empty: claims of every disposition, payouts, versions in every state. */
export async function seedScreens(stack: Stack): Promise<Seeds> {
  const [admin, owner, other, approver] = await Promise.all(
    (['admin', 'owner-a', 'owner-b', 'approver-a'] as const).map(async (who) => signIn(stack, who)),
  );
  if (admin === undefined || owner === undefined || other === undefined || approver === undefined)
    throw new Error('four people sign in');
  const { decisions, cases, wallet } = await fileClaims(stack);
  await refuseAnEvent(stack);
  const versions = await writeVersions(owner, other, approver);
  const first = async (path: string): Promise<string> =>
    eventually(async () => (await rows(admin, path))[0]?.id ?? null, path);
  await first('/api/dead-letters');
  await first('/api/rejected-events');
  const [payout, user] = [await first('/api/payouts'), await first('/api/users')];
  return { ...versions, decisions, cases, wallet, payout, user };
}

async function signIn(stack: Stack, who: Who): Promise<SignedIn> {
  return new SignedIn(stack.url).signIn(`${who}@example.test`);
}

async function rows(person: SignedIn, path: string): Promise<readonly { readonly id: string }[]> {
  const { status, body } = await person.call('GET', path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as unknown as readonly { id: string }[];
}

async function ask<T>(person: SignedIn, method: string, path: string, body: unknown): Promise<T> {
  const answer = await person.call(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

async function fileClaims({ machine }: Stack): Promise<Pick<Seeds, 'decisions' | 'cases' | 'wallet'>> {
  const [fresh, late, asked] = [await machine.sell(3), await machine.sell(20), await machine.sell(5)];
  // A provider without an adapter: its payout ends among the dead letters.
  const [customer, order] = customerWithOrder('lost', 'lost', { provider: 'polar', paymentRef: 'p-1' });
  await machine.report({ ...customer }, { ...order });
  const replies = [
    await machine.claim(fresh),
    await machine.claim(late),
    await machine.claim(fresh, { reason: 'faulty' }),
    await machine.claim('lost'),
    await machine.claim(asked, { reason: 'other', remedy: 'credits' }),
    await machine.claim(asked, { subject: { type: 'order', id: 'nowhere' } }),
  ];
  const by = (pick: 'id' | 'caseId'): Record<string, string> =>
    Object.fromEntries(replies.toReversed().map(({ decision }) => [decision.disposition, decision[pick]]));
  return { decisions: by('id'), cases: by('caseId'), wallet: `anumi~w-${fresh}` };
}

async function refuseAnEvent({ machine }: Stack): Promise<void> {
  const greedy = {
    generationId: 'g-greedy',
    customerId: 'lost',
    walletId: 'w-lost',
    feature: 'avatar',
    credits: 9_999,
  };
  await machine.report(cloudEvent('generation.charged', greedy)).catch((error: unknown) => {
    if (!String(error).includes('INSUFFICIENT_CREDITS')) throw error;
  });
}

type Versions = Pick<Seeds, 'draft' | 'submitted' | 'scheduled' | 'rejected'>;

async function writeVersions(owner: SignedIn, other: SignedIn, approver: SignedIn): Promise<Versions> {
  const draft = await write(owner, 'anumi', (content) => withValue(content, 'cashRefundWindow', days(10)));
  const submitted = await submit(
    owner,
    await write(owner, 'photoroom', (content) => withValue(content, 'qualityReportWindow', days(30))),
    10,
  );
  const scheduled = await submit(other, await write(other, 'jimeng', newWords), 2);
  await ask(approver, 'POST', `/api/policy-versions/${scheduled.id}/approve`, { digest: scheduled.digest });
  const rejected = await submit(other, await write(other, 'anypic', newWords), null);
  const reason = 'Proof of purchase is missing';
  await ask(approver, 'POST', `/api/policy-versions/${rejected.id}/reject`, { digest: rejected.digest, reason });
  return { draft: draft.id, submitted: submitted.id, scheduled: scheduled.id, rejected: rejected.id };
}

function newWords(content: PolicyContent): PolicyContent {
  const [code = ''] = Object.keys(content.messages['en'] ?? {});
  return withText(content, 'Said more simply than before.', code);
}

async function write(
  person: SignedIn,
  policy: string,
  change: (content: PolicyContent) => PolicyContent,
): Promise<PolicyVersionView> {
  const made = await ask<PolicyVersionView>(person, 'POST', '/api/policy-versions', { policy, from: 1 });
  const body = { revision: made.revision, content: change(made.content) };
  return ask<PolicyVersionView>(person, 'PUT', `/api/policy-versions/${made.id}`, body);
}

async function submit(person: SignedIn, draft: PolicyVersionView, inDays: number | null): Promise<PolicyVersionView> {
  const path = `/api/policy-versions/${draft.id}`;
  const flipIds = draft.gate.flips.rows.filter(({ flips }) => flips).map(({ id }) => id);
  if (flipIds.length > 0) await ask(person, 'POST', `${path}/acknowledge`, { flipIds });
  for (const { name } of draft.gate.cases.rows.filter(({ result }) => result === 'changed')) {
    await ask(person, 'POST', `${path}/accept-case`, { caseName: name, reason: 'the policy says so from now on' });
  }
  const effectiveAt = inDays === null ? null : new Date(Date.now() + inDays * DAY_MS).toISOString();
  return ask<PolicyVersionView>(person, 'POST', `${path}/submit`, { effectiveAt, reason: 'Terms of next month' });
}
