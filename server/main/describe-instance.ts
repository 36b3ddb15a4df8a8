import { join, relative } from 'node:path';
import type { InstanceView } from '../contract/http/instance-view.ts';
import type { Service } from './composition.ts';
import { findCredentials } from './credentials.ts';
import { readVersion } from './read-version.ts';

/** What anybody may know of this installation. The credentials' file is named, as seen from the working folder, never read out. */
export async function describeInstance(
  { queue, dataDir }: Pick<Service, 'queue' | 'dataDir'>,
  signIn: InstanceView['signIn'],
): Promise<InstanceView> {
  const [reachable, credentials] = await Promise.all([
    queue.isReachable().catch(() => false),
    dataDir === undefined ? null : findCredentials({ dataDir }).catch(() => null),
  ]);
  const demo = credentials !== null && credentials.users.length > 0;
  return {
    demo,
    credentialsFile: demo && dataDir !== undefined ? nameFile(join(dataDir, 'credentials.json')) : null,
    version: readVersion(),
    status: reachable ? 'ready' : 'degraded',
    signIn,
  };
}

/** As seen from the working folder where it lies within it. */
function nameFile(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
