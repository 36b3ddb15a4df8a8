import type { Theme, UserStatus } from '../core/access/profile.ts';
import type { Grant } from '../core/access/role.ts';
import type { AuditEvent } from '../core/audit/audit-event.ts';
import type { Page, Paged } from './paging.ts';

/** A person who signs in. Changes are made by compare-and-set on `revision`; instants are epoch ms. */
export interface User {
  readonly id: string;
  /** As typed; compared in lower case. Kept here alone, never in what is immutable. */
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly status: UserStatus;
  readonly locale: string;
  readonly theme: Theme;
  readonly zone: string;
  /** Whether single letters are shortcuts. */
  readonly shortcuts: boolean;
  /** argon2id, in its own text form; absent for somebody who only signs in elsewhere. */
  readonly passwordHash?: string;
  /** The password was given by somebody else and has to be replaced at the next sign-in. */
  readonly mustChangePassword: boolean;
  /** A one-time password is worth nothing from here on. */
  readonly passwordExpiresAt?: number;
  /** `<issuer>#<subject>` of the sign-in service that the account is linked to. */
  readonly linkedTo?: string;
  /** Raised to end every session. */
  readonly sessionEpoch: number;
  readonly revision: number;
  readonly createdAt: number;
  readonly lastSeenAt?: number;
  /** Made by the embedded default for trying things out. */
  readonly demo: boolean;
}

/** People, each change together with its audit event. */
export interface Users {
  find(id: string): Promise<User | null>;
  /** By what somebody signs in with: an e-mail address in any case, or a linked account. */
  findByEmail(email: string): Promise<User | null>;
  findByLink(link: string): Promise<User | null>;
  findMany(ids: readonly string[]): Promise<User[]>;
  /** Filters: id, status, role, `grantedIn` (programs that a grant names, `*` among them as itself). */
  list(page: Page): Promise<Paged<User>>;
  /** Answers false where the e-mail address is taken. */
  append(user: User, audit: AuditEvent): Promise<boolean>;
  /**
   * Puts `user` in the place of the stored one, raising `revision` from exactly its own; a new link is reserved with it.
   * The e-mail address never changes. Answers false where somebody changed the user meanwhile, or the link is taken; with
   * `needsOtherAdmin` also where in that very transaction nobody else is an active admin of all programs, or it cannot
   * be said because that one is being changed too.
   */
  save(user: User, audit: AuditEvent, demand?: { readonly needsOtherAdmin: boolean }): Promise<boolean>;
  /** Notes a sign of life; no change that anybody needs to know of. */
  noteSeen(id: string, at: number): Promise<void>;
  /** Whether there is an active user with the role admin for all programs, other than this one. */
  hasOtherAdmin(id: string): Promise<boolean>;
}
