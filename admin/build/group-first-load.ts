/** What a bundler knows of a module. */
interface ModuleInfo {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}

interface Bundle {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** Chunk of everything that the entry imports at once. */
const FIRST = 'first';

/**
 * Names the chunk of a module: one for all that the first page needs, the bundler's own choice for the rest. Left to
 * itself it makes a chunk for every set of pages that share something, and the first page waits for sixty of them.
 */
export function groupFirstLoad(): (id: string, bundle: Bundle) => string | null {
  const known = new Map<string, boolean>();
  return (id, bundle) => (isFirst(id, bundle, known) ? FIRST : null);
}

/** Whether an entry imports a module without being asked, itself or through others: looks at who imports it. */
function isFirst(id: string, bundle: Bundle, known: Map<string, boolean>): boolean {
  const seen = new Set([id]);
  for (const one of seen) {
    const info = bundle.getModuleInfo(one);
    if (known.get(one) === true || info?.isEntry === true) {
      known.set(id, true);
      return true;
    }
    if (known.get(one) === false) continue;
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  // No way up from here leads to an entry, nor from anything on the way.
  for (const one of seen) known.set(one, false);
  return false;
}
