import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';

/** What belongs to machines: an unknown address there is an error of the API, never a page. */
const MACHINES = /^\/(api|docs|healthz|readyz|metrics)(\/|$)/;

/** Names of these files change with their content. */
const HASHED = /^assets\//;
const A_YEAR = 'public, max-age=31536000, immutable';

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The browser admin from its built files: each file as it was compressed by the build, and the one page for every
 * address of the browser. Where nothing was built, nothing is served.
 */
export function createAdminRoutes(folder: string): Router {
  const router = Router();
  if (!existsSync(join(folder, 'index.html'))) return router;
  // The build does not change while a process runs; what is not in this list was never a file of ours.
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/')),
  );
  const serve: RequestHandler = (request, response, next) => {
    const name = findFile(request, files);
    if (name === null) next();
    else send(request, response, { folder, name, files }, next);
  };
  router.get('/{*path}', serve);
  return router;
}

/** Name of the file that answers a request: itself, the page, or null. */
function findFile(request: Request, files: ReadonlySet<string>): string | null {
  const { path } = request;
  if (MACHINES.test(path)) return null;
  const name = path.slice(1);
  if (name === '') return 'index.html';
  if (files.has(name) && /\.[a-z0-9]+$/.test(name) && !/\.(br|gz)$/.test(name)) return name;
  const forBrowsers = request.headers.accept?.includes('text/html') === true;
  return forBrowsers && !HASHED.test(name) ? 'index.html' : null;
}

interface Sending {
  readonly folder: string;
  readonly name: string;
  readonly files: ReadonlySet<string>;
}

function send(
  request: Request,
  response: Response,
  { folder, name, files }: Sending,
  next: (error?: unknown) => void,
): void {
  const encoding = ENCODINGS.find(
    ([coding, suffix]) => files.has(name + suffix) && request.acceptsEncodings(coding) === coding,
  );
  response.type(name.slice(name.lastIndexOf('.')));
  response.vary('Accept-Encoding');
  response.set('Cache-Control', HASHED.test(name) ? A_YEAR : 'no-cache');
  if (encoding !== undefined) response.set('Content-Encoding', encoding[0]);
  response.sendFile(
    encoding === undefined ? name : name + encoding[1],
    { root: folder, cacheControl: false, dotfiles: 'deny' },
    (error: unknown) => {
      // A browser that hangs up is no error of ours.
      if (error !== undefined && error !== null && !response.headersSent) next(error);
    },
  );
}
