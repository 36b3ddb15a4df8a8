import { z } from 'zod';
import { grantSchema } from '../access.ts';
import { ADMIN_LOCALES, THEMES, USER_STATUSES } from '../../core/access/profile.ts';
import type { Grant } from '../../core/access/role.ts';
import { formatInstant, formatOptionalInstant } from './instant.ts';
import { idSchema, instantTextSchema, lineSchema, zoneSchema } from './primitives.ts';

const statusSchema = z.enum(USER_STATUSES).describe('locked: an admin has shut the account.');
const themeSchema = z.enum(THEMES).describe('Look of the admin.');
const localeSchema = z.enum(ADMIN_LOCALES).describe('Language of the admin.');
const shortcutsSchema = z.boolean().describe('Whether single letters are shortcuts.');

/** An address to sign in with. Its form is not judged beyond having two parts. */
const signInEmailSchema = z
  .string()
  .max(320)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+$/, 'must be an e-mail address')
  .describe('E-mail address to sign in with; case does not matter.');

/** A password on its way in: whether it can be used is decided where it is set. */
const passwordSchema = z.string().min(1).max(200).describe('Password; never logged, stored as an argon2id hash alone.');

/** A person who signs in. */
export const userViewSchema = z
  .object({
    id: idSchema.describe('Id of the user.'),
    email: z.string().describe('E-mail address to sign in with.'),
    name: lineSchema.describe('Name that colleagues see.'),
    grants: z.array(grantSchema).describe('Roles and the programs that they hold for.'),
    status: statusSchema,
    locale: z.string().describe('Language of the admin.'),
    theme: themeSchema,
    zone: z.string().describe('Time zone that instants are shown in.'),
    shortcuts: shortcutsSchema,
    mustChangePassword: z.boolean().describe('Whether a password given by somebody else is still in use.'),
    signsInElsewhere: z.boolean().describe('Whether the account is linked to the sign-in service.'),
    lastSeenAt: instantTextSchema.nullable().describe('Last sign of life, to a few minutes, or null.'),
    createdAt: instantTextSchema.describe('When the user was made.'),
    demo: z.boolean().describe('Made for trying things out.'),
  })
  .meta({ id: 'User', description: 'A person who signs in.' });

/** A user as the contract shows it; instants are ISO text. */
export type UserView = z.infer<typeof userViewSchema>;

/** What {@link presentUser} needs; a stored user has it. Instants are epoch ms. */
export interface UserToPresent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly status: UserView['status'];
  readonly locale: string;
  readonly theme: UserView['theme'];
  readonly zone: string;
  readonly shortcuts: boolean;
  readonly mustChangePassword: boolean;
  readonly linkedTo?: string;
  readonly lastSeenAt?: number;
  readonly createdAt: number;
  readonly demo: boolean;
}

/** Shows a user; neither hashes nor links leave the service. */
export function presentUser(user: UserToPresent): UserView {
  const { id, email, name, status, locale, theme, zone, shortcuts, mustChangePassword, demo } = user;
  return {
    id,
    email,
    name,
    grants: user.grants.map(({ role, programs }) => ({ role, programs: [...programs] })),
    status,
    locale,
    theme,
    zone,
    shortcuts,
    mustChangePassword,
    signsInElsewhere: user.linkedTo !== undefined,
    lastSeenAt: formatOptionalInstant(user.lastSeenAt),
    createdAt: formatInstant(user.createdAt),
    demo,
  };
}

const nameSchema = lineSchema.max(100).describe('Name that colleagues see.');
const grantsSchema = z.array(grantSchema).max(20).describe('Roles and the programs that they hold for.');

/** Body of `POST /api/users`. */
export const userToCreateSchema = z
  .strictObject({ email: signInEmailSchema, name: nameSchema, grants: grantsSchema })
  .meta({ id: 'UserToCreate', description: 'A user to make.' });
export type UserToCreate = z.infer<typeof userToCreateSchema>;

/** Body of `PUT /api/users/:id`: only what changes. */
export const userChangeSchema = z
  .strictObject({
    name: nameSchema.exactOptional(),
    grants: grantsSchema.exactOptional(),
    status: statusSchema.exactOptional(),
    reason: z.string().min(1).max(1000).exactOptional().describe('Why, for the audit.'),
  })
  .meta({ id: 'UserChange', description: 'What to change of a user.' });
export type UserChange = z.infer<typeof userChangeSchema>;

/** A password for one sign-in; shown once. */
export const oneTimePasswordSchema = z
  .object({
    oneTimePassword: z.string().describe('Shown once; the user has to replace it at the next sign-in.'),
    expiresAt: instantTextSchema.describe('From here on it is worth nothing.'),
  })
  .meta({ id: 'OneTimePassword', description: 'A password for one sign-in.' });
export type OneTimePassword = z.infer<typeof oneTimePasswordSchema>;

/** Reply to `POST /api/users`. */
export const createdUserSchema = z
  .object({ ...userViewSchema.shape, ...oneTimePasswordSchema.shape })
  .meta({ id: 'CreatedUser', description: 'A user just made, with the password for the first sign-in.' });
export type CreatedUser = z.infer<typeof createdUserSchema>;

/** Body of `PUT /api/session/profile`: only what changes. */
export const profileChangeSchema = z
  .strictObject({
    locale: localeSchema.exactOptional(),
    theme: themeSchema.exactOptional(),
    zone: zoneSchema.exactOptional(),
    shortcuts: shortcutsSchema.exactOptional(),
  })
  .meta({ id: 'ProfileChange', description: 'What to change of one’s own profile.' });
export type ProfileChange = z.infer<typeof profileChangeSchema>;

/** Body of `PUT /api/session/password`. */
export const passwordChangeSchema = z
  .strictObject({
    current: passwordSchema.describe('Password in use now.'),
    next: passwordSchema.describe('Password to use from now on: 12 characters or more.'),
  })
  .meta({ id: 'PasswordChange', description: 'A change of one’s own password.' });

/** Body of `POST /api/session`. */
export const signInSchema = z
  .strictObject({ email: signInEmailSchema, password: passwordSchema })
  .meta({ id: 'SignIn', description: 'Who signs in, and with which password.' });
