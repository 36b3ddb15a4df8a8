import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { open } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/**
 * Unpacks the one file of a zip archive whose path ends in `suffix`, as an executable.
 * It appears under its final name only when it is whole, so a kill in between leaves nothing that looks finished.
 * @throws Error where the archive is no zip file or has no such member
 */
export async function unpackMember(archive: string, suffix: string, target: string): Promise<void> {
  const zip = await openZip(archive);
  try {
    const entry = await findEntry(zip, suffix);
    if (entry === null) throw new Error(`${archive} holds no ${suffix}`);
    const partial = `${target}.${process.pid}.part`;
    await pipeline(await readEntry(zip, entry), createWriteStream(partial, { mode: 0o755 }));
    await rename(partial, target);
  } finally {
    zip.close();
  }
}

function openZip(archive: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(archive, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function findEntry(zip: ZipFile, suffix: string): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith(suffix)) resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
