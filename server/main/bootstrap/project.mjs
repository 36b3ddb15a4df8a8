import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file of the project. @param {string} path relative to the project's root */
export function projectPath(path) {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** SHA-256 in hex. @param {string | Buffer} data */
export function digest(data) {
  return createHash('sha256').update(data).digest('hex');
}
