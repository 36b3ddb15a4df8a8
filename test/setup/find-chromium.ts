import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import packaged from '@sparticuz/chromium';

/** A Chromium that can be started, and what it is started with. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly args: string[];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'headless_shell'];
const HEADLESS = ['--no-sandbox', '--headless=shell', '--disable-gpu'];
const UNWANTED = /^--(single-process|headless|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist)/;

/**
 * Finds a Chromium: the one that was chosen, one on the path, else the one that the npm package holds.
 * @param chosen path of the chosen one, or nothing
 * @throws where the chosen one is not there, or the package cannot unpack its own
 */
export async function findChromium(chosen: string): Promise<FoundChromium> {
  if (chosen !== '') {
    await access(chosen, constants.X_OK);
    return { executablePath: chosen, args: HEADLESS };
  }
  const onPath = await findOnPath();
  if (onPath !== null) return { executablePath: onPath, args: HEADLESS };
  // One process for everything ends with the first window that is closed; how it is headless is said above.
  // And pages are drawn without a graphics card: one that is played by the processor draws for nobody.
  const own = packaged.args.filter((one) => !UNWANTED.test(one));
  return { executablePath: await packaged.executablePath(), args: [...new Set([...HEADLESS, ...own])] };
}

async function findOnPath(): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return null;
}
