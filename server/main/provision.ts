import { provisionServiceUser } from '../stores/access.ts';
import type { Config } from './config.ts';

/**
 * Gives the service's user, as MONGODB_URI names it, its rights and nothing more; done by the administrator.
 * Nothing happens where both are one identity: then somebody else looks after the rights.
 */
export async function provisionFromUris(config: Pick<Config, 'mongodbUri' | 'mongodbAdminUri'>): Promise<boolean> {
  const service = readLogin(config.mongodbUri);
  const admin = readLogin(config.mongodbAdminUri);
  if (service === null || admin === null || service.user === admin.user) return false;
  await provisionServiceUser(config.mongodbAdminUri, service);
  return true;
}

/** User, password and database of a connection string; null where it names no user. */
export function readLogin(uri: string): { database: string; user: string; password: string } | null {
  const match = /^mongodb(?:\+srv)?:\/\/([^:@/]+):([^@/]*)@[^/]+\/([^?]*)/.exec(uri);
  if (match === null) return null;
  const [, user = '', password = '', database = ''] = match;
  return {
    user: decodeURIComponent(user),
    password: decodeURIComponent(password),
    database: database === '' ? 'test' : database,
  };
}
