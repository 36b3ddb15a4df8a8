import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Chunk {
  readonly type: 'chunk';
  readonly code: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
}

type Output = Chunk | { readonly type: 'asset' };

/** Names of the chunks that the first page needs: the entry and everything that it imports without being asked. */
export function listFirstChunks(bundle: Readonly<Record<string, Output>>): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    chunk.imports.forEach(visit);
  };
  for (const [name, output] of Object.entries(bundle)) if (output.type === 'chunk' && output.isEntry) visit(name);
  return [...found].toSorted();
}

/** Fails the build where the scripts of the first page, compressed with gzip, are larger than this. */
export function checkFirstLoad({ maxGzipBytes }: { readonly maxGzipBytes: number }): Plugin {
  return {
    name: 'redress:first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const outputs: Readonly<Record<string, Output>> = bundle;
      const bytes = listFirstChunks(outputs).reduce((sum, name) => {
        const chunk = outputs[name];
        return sum + (chunk?.type === 'chunk' ? gzipSync(chunk.code).length : 0);
      }, 0);
      const told = `first load: ${Math.round(bytes / 1000)} KB of script with gzip, at most ${maxGzipBytes / 1000} KB`;
      if (bytes > maxGzipBytes) this.error(`${told}. Load what is not needed at once with import().`);
      this.info(told);
    },
  };
}

const COMPRESSIBLE = /\.(js|css|html|svg|json)$/;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Writes `.br` and `.gz` beside every text file, so that the server only has to send them. */
export function compressFiles(): Plugin {
  return {
    name: 'redress:compress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const names = await files.readdir(dir, { recursive: true });
      for (const name of names.filter((each) => COMPRESSIBLE.test(each))) {
        const path = join(dir, name);
        const text = await files.readFile(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
        await Promise.all([
          files.writeFile(`${path}.br`, await compressBrotli(text, { params })),
          files.writeFile(`${path}.gz`, await compressGzip(text, { level: 9 })),
        ]);
      }
    },
  };
}
