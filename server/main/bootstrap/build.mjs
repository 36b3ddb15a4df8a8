// `npm run build`: compiles whether it seems needed or not.
import { demandNode } from './check-node.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { build } = await import('./build-stale.mjs');

await ensureInstalled();
process.exit(await build());
