import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildAdmin } from './build-admin.ts';
import { findChromium, type FoundChromium } from './find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Chromium that was chosen with REDRESS_CHROMIUM; empty where none was. */
    chosenChromium: string;
    /** The Chromium of this run, or why there is none: then whatever needs it is skipped, and says so. */
    browser: (FoundChromium & { readonly missing: null }) | { readonly missing: string };
  }
}

/** Builds the admin where it is stale, and makes sure that a browser starts. */
export default async function setup(project: TestProject): Promise<void> {
  try {
    if (await buildAdmin()) process.stderr.write('Built the browser admin for its tests.\n');
    const found = await findChromium(project.getProvidedContext().chosenChromium);
    await (await chromium.launch(found)).close();
    project.provide('browser', { ...found, missing: null });
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    process.stderr.write(`Journeys in a browser are skipped: ${why}\n`);
    project.provide('browser', { missing: why });
  }
}
