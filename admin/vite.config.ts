import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { checkFirstLoad, compressFiles } from './build/finish-build.ts';
import { groupFirstLoad } from './build/group-first-load.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The admin: built into dist/admin, precompressed, and refused where the first load grows too large. */
export default defineConfig({
  root: path('.'),
  base: '/',
  plugins: [react(), checkFirstLoad({ maxGzipBytes: 400_000 }), compressFiles()],
  build: {
    outDir: path('../dist/admin'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: groupFirstLoad(), debugName: 'first load' }] } } },
  },
  server: {
    proxy: { '^/api/': 'http://127.0.0.1:3000', '/readyz': 'http://127.0.0.1:3000', '/docs': 'http://127.0.0.1:3000' },
  },
});
