import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import { FLOOR_POLICY } from '../core/policies/policy-version.ts';
import { publishPolicyVersion } from '../usecases/policies/publish-policy-version.ts';
import type { Config } from './config.ts';
import { loadPolicyFolder } from './load-policy-folder.ts';
import { openStores } from './open-stores.ts';
import { rootFolder } from './root-folder.ts';

/**
 * Publishes the programs of `rules/` that have no version yet, the floor first, through the use case that publishes any version.
 * What is live is never overwritten: a later difference is a draft's business.
 */
export async function publishPrograms(config: Pick<Config, 'mongodbUri' | 'secret'>): Promise<string[]> {
  const { stores, clock, ids } = await openStores(config);
  try {
    const folder = fileURLToPath(new URL('rules/', rootFolder()));
    const names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const known = new Set(await stores.policies.listPolicies());
    const missing = names
      .filter((name) => !known.has(name))
      .sort((a, b) => Number(b === FLOOR_POLICY) - Number(a === FLOOR_POLICY) || a.localeCompare(b));
    for (const name of missing) {
      const { content, effectiveFrom } = await loadPolicyFolder(`${folder}${name}`);
      await publishPolicyVersion(
        { policies: stores.policies, dictionary: FACT_DICTIONARY, clock, ids },
        {
          content,
          effectiveFrom: Date.parse(effectiveFrom),
          actor: 'system/bootstrap',
          reason: 'first version, from the published policy text',
        },
      );
    }
    return missing;
  } finally {
    await stores.close();
  }
}
