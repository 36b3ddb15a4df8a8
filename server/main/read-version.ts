import { readFileSync } from 'node:fs';
import { rootFolder } from './root-folder.ts';

let known: string | undefined;

/** The version of this code, as package.json names it. */
export function readVersion(): string {
  known ??= (JSON.parse(readFileSync(new URL('package.json', rootFolder()), 'utf8')) as { readonly version: string })
    .version;
  return known;
}
