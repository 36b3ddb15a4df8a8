import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdminRoutes } from '../../server/http/serve-admin.ts';

const PAGE = '<!doctype html><title>Redress</title>';
const SCRIPT = 'export const answer = 42;'.repeat(50);
let folder = '';
let app: express.Express;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/index-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'assets/index-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  app = express();
  app.use(createAdminRoutes(folder));
  app.use((_request, response) => void response.status(404).json({ code: 'NOT_FOUND' }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const browse = (path: string) => request(app).get(path).set('Accept', 'text/html,*/*');

describe('the built admin', () => {
  it.each([
    '/',
    '/cases',
    '/policies/anumi/show/compare?from=1&to=2',
    '/policy-versions/anumi.d6/rules',
    '/api-keys',
    '/documents',
  ])('answers a browser at %s with the page, looked up anew each time', async (path) => {
    const response = await browse(path);
    expect(response.status).toBe(200);
    expect(response.text).toBe(PAGE);
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it.each(['/api', '/api/nothing', '/docs/nothing', '/healthz', '/readyz', '/metrics'])(
    'leaves %s to machines',
    async (path) => {
      expect((await browse(path)).status).toBe(404);
    },
  );

  it('gives a client that asks for no page an error, except at the root', async () => {
    expect((await request(app).get('/cases').set('Accept', 'application/json')).body).toEqual({ code: 'NOT_FOUND' });
    expect((await request(app).get('/').set('Accept', '*/*')).text).toBe(PAGE);
  });

  it('sends hashed files for a year, as the build compressed them', async () => {
    const brotli = await request(app)
      .get('/assets/index-abc.js')
      .set('Accept-Encoding', 'gzip, deflate, br')
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['content-type']).toMatch(/javascript/);
    expect(brotli.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(brotli.headers['vary']).toMatch(/Accept-Encoding/);
    const gzip = await request(app).get('/assets/index-abc.js').set('Accept-Encoding', 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await request(app).get('/assets/index-abc.js').set('Accept-Encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('never answers a missing script with the page', async () => {
    expect((await browse('/assets/index-old.js')).status).toBe(404);
  });

  it.each(['/assets/index-abc.js.br', '/..%2f..%2fetc/passwd', '/%2e%2e/secret.txt', '/assets/'])(
    'gives nothing else away: %s',
    async (path) => {
      const response = await request(app).get(path).set('Accept', '*/*');
      expect(response.status).toBe(404);
    },
  );

  it('takes no other method', async () => {
    expect((await request(app).post('/')).status).toBe(404);
    expect((await request(app).head('/')).status).toBe(200);
  });

  it('is not there where nothing was built', async () => {
    const bare = express();
    bare.use(createAdminRoutes(join(folder, 'nothing')));
    expect((await request(bare).get('/').set('Accept', 'text/html')).status).toBe(404);
  });
});
