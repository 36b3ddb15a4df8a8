import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { draftAuditEvent } from '../../core/audit/draft-audit-event.ts';
import type { OutsideIdentity, SignInSecrets, SignInService } from '../../ports/sign-in-service.ts';
import type { User } from '../../ports/users.ts';
import { appendNote } from '../audit/note.ts';
import type { PeopleDeps } from './people-deps.ts';
import { noteSignIn, signInFailed } from './sign-in.ts';
import { changedMeanwhile } from './user-errors.ts';

/** What begins a sign-in elsewhere: where to go, and what to remember, sealed, until the browser is back. */
export interface SignInStart {
  readonly url: string;
  readonly remembered: string;
}

/** How long the browser may stay away, ms. */
const AWAY_MS = 10 * 60_000;

/** Begins a sign-in at the configured service. Throws NOT_FOUND where there is none. */
export async function startSignInElsewhere(deps: PeopleDeps): Promise<SignInStart> {
  const { url, secrets } = await demandService(deps).start();
  return {
    url: url.href,
    remembered: deps.sealer.seal(JSON.stringify({ ...secrets, until: deps.clock.now() + AWAY_MS })),
  };
}

/**
 * Ends a sign-in at the configured service. Whoever is not a user here stays outside: accounts are made by an admin. The
 * first time an address that the service vouches for finds the user; from then on the service's own id of the person
 * does, whatever becomes of the address. Throws SIGN_IN_FAILED.
 */
export async function finishSignInElsewhere(
  deps: PeopleDeps,
  { callback, remembered }: { readonly callback: URL; readonly remembered: string },
  actor: RequestActor,
): Promise<User> {
  const service = demandService(deps);
  const identity = await service.finish(callback, readSecrets(deps, remembered));
  const link = `${identity.issuer}#${identity.subject}`;
  const linked = await deps.users.findByLink(link);
  const user = linked ?? (await linkByEmail(deps, identity, link, actor));
  if (user === null || user.status !== 'active') {
    const subject =
      user === null ? { type: 'account', id: `link/${link}`.slice(0, 200) } : { type: 'user', id: user.id };
    await appendNote(deps, actor, {
      action: 'session.refused',
      subject,
      detail: { code: 'SIGN_IN_FAILED', by: 'oidc' },
    });
    throw signInFailed('Nobody of this address is a user here. An admin can make one.');
  }
  return noteSignIn(deps, user, 'oidc', actor);
}

async function linkByEmail(
  deps: PeopleDeps,
  { email, emailVerified }: OutsideIdentity,
  link: string,
  actor: RequestActor,
): Promise<User | null> {
  const user = email === undefined || !emailVerified ? null : await deps.users.findByEmail(email);
  // Somebody else at the service now has the address of an account that is linked already.
  if (user === null || user.linkedTo !== undefined) return null;
  const next: User = { ...user, linkedTo: link };
  const self: RequestActor = { ...actor, kind: 'user', id: user.id, name: user.name, grants: user.grants };
  const audit = draftAuditEvent(self, deps.ids.next(), deps.clock.now(), {
    action: 'user.linked',
    subject: { type: 'user', id: user.id },
  });
  if (!(await deps.users.save(next, audit))) throw changedMeanwhile();
  return { ...next, revision: next.revision + 1 };
}

function readSecrets({ sealer, clock }: PeopleDeps, remembered: string): SignInSecrets {
  const text = sealer.open(remembered);
  if (text === null) throw signInFailed('Begin again: the sign-in was not begun in this browser.');
  const { until, ...secrets } = JSON.parse(text) as SignInSecrets & { readonly until: number };
  if (until < clock.now()) throw signInFailed('Begin again: the sign-in took too long.');
  return secrets;
}

function demandService({ signInService }: PeopleDeps): SignInService {
  if (signInService === undefined) throw new AppError('NOT_FOUND', 'No sign-in service is configured here.');
  return signInService;
}
