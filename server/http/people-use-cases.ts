import type { ApiKeyView, CreatedApiKey, NewApiKey } from '../contract/http/api-key-view.ts';
import type { AuditEventView } from '../contract/http/audit-event-view.ts';
import type { OneTimePassword, ProfileChange, UserChange, UserToCreate, UserView } from '../contract/http/user-view.ts';
import type { CreatedUser } from '../contract/http/user-view.ts';
import type { SignInProviders } from '../contract/http/session-view.ts';
import type { InstanceView } from '../contract/http/instance-view.ts';
import type { Page, Paged } from '../ports/paging.ts';
import type { User } from '../ports/users.ts';
import type { Refusal } from './access/refusals.ts';
import type { ReadNote } from './define-endpoint.ts';
import type { Actor } from './use-cases.ts';

/** What a sign-in elsewhere begins with: where to send the browser, and what has to be remembered until it comes back. */
interface OidcStart {
  readonly url: string;
  /** Sealed text for a cookie. */
  readonly remembered: string;
}

/** People, their sessions, keys and the audit: what http needs the service to do. */
export interface PeopleUseCases {
  /** Throws SIGN_IN_FAILED, the same for an unknown account, or LOCKED_OUT. */
  signIn(email: string, password: string, actor: Actor): Promise<User>;
  /** Notes the end of a session. */
  signOut(actor: Actor): Promise<void>;
  /** Ends every session of a user; throws USER_NOT_FOUND. */
  signOutEverywhere(userId: string, reason: string | undefined, actor: Actor): Promise<User>;
  listSignInProviders(): Promise<SignInProviders>;
  startOidc(): Promise<OidcStart>;
  /** `callback` is the address that the browser came back to. Throws SIGN_IN_FAILED. */
  finishOidc(callback: URL, remembered: string, actor: Actor): Promise<User>;
  getUser(id: string): Promise<User>;
  /** `within`: those who have rights there; null: everybody. */
  listUsers(page: Page, within: ReadonlySet<string> | null): Promise<Paged<UserView>>;
  createUser(user: UserToCreate, actor: Actor): Promise<CreatedUser>;
  changeUser(id: string, change: UserChange, actor: Actor): Promise<UserView>;
  resetPassword(id: string, actor: Actor): Promise<OneTimePassword>;
  changeProfile(id: string, change: ProfileChange, actor: Actor): Promise<User>;
  /** Throws SIGN_IN_FAILED where the current password is wrong, PASSWORD_REFUSED where the next cannot be used. */
  changePassword(id: string, current: string, next: string, actor: Actor): Promise<User>;
  listApiKeys(page: Page): Promise<Paged<ApiKeyView>>;
  createApiKey(key: NewApiKey, actor: Actor): Promise<CreatedApiKey>;
  revokeApiKey(id: string, reason: string, actor: Actor): Promise<ApiKeyView>;
  /** `wholeIn`: the programs whose whole audit may be read, null for all; of others only what is about policies. */
  listAuditEvents(page: Page, wholeIn: readonly string[] | null): Promise<Paged<AuditEventView>>;
  /** Display names of `user/<id>`; an unknown one is absent. */
  nameActors(actors: readonly string[]): Promise<ReadonlyMap<string, string>>;
  noteRead(note: ReadNote, actor: Actor): Promise<void>;
  noteExport(note: ReadNote, actor: Actor): Promise<void>;
  noteRefusal(refusal: Refusal, actor: Omit<Actor, 'verbs'>): Promise<void>;
  describeInstance(): Promise<InstanceView>;
}
