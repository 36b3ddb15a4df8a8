import { AppError } from '../../contract/error-registry.ts';
import type { User, Users } from '../../ports/users.ts';

/** A user by id. Throws USER_NOT_FOUND. */
export async function getUser(users: Pick<Users, 'find'>, id: string): Promise<User> {
  const user = await users.find(id);
  if (user === null) throw new AppError('USER_NOT_FOUND', `There is no user ${id}.`);
  return user;
}

/** What is said where somebody changed the user meanwhile. */
export function changedMeanwhile(): AppError {
  return new AppError('CHANGED_MEANWHILE', 'Read the user again, and repeat the change.');
}
