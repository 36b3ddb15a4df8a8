import { fileURLToPath } from 'node:url';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import { loadPolicyFolder } from '../../server/main/load-policy-folder.ts';
import type { PolicyFolder } from '../../server/main/load-policy-folder.ts';
import { digestCalendar } from '../../server/providers/calendars/calendar-library.ts';
import { generateHolidayCalendar } from '../../server/providers/calendars/generate-holiday-calendar.ts';
import { generateZoneCalendar } from '../../server/providers/calendars/generate-zone-calendar.ts';
import type { BenchCalendars, GoldenBench } from '../../server/usecases/golden/golden-bench.ts';

/** The five programs, and the statutory floor last. */
export const POLICIES = ['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer', 'statutory-floor'] as const;

/** Where a policy's files are. */
export const folderOf = (policy: string): string => fileURLToPath(new URL(`../../rules/${policy}`, import.meta.url));

const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Paris', 'Europe/Berlin', 'Europe/London', 'Europe/Oslo'];
const COUNTRIES = ['US', 'DE', 'GB', 'NO', 'FR', 'CN'];

/** All policies with what golden cases need to run against them; calendars come from the libraries that a live process uses. */
export async function buildGoldenBench(): Promise<GoldenBench & { folders: ReadonlyMap<string, PolicyFolder> }> {
  const folders = new Map<string, PolicyFolder>();
  for (const policy of POLICIES) folders.set(policy, await loadPolicyFolder(folderOf(policy)));
  const programs = new Map<string, PolicyContent>([...folders].map(([policy, folder]) => [policy, folder.content]));
  const zones = new Map(ZONES.map((zone) => [zone, generateZoneCalendar(zone)]));
  const holidays = new Map<string, Awaited<ReturnType<typeof generateHolidayCalendar>>>();
  for (const country of COUNTRIES) holidays.set(country, await generateHolidayCalendar(country));
  const getCalendars = (zone: string, country: string): BenchCalendars => {
    const zoned = zones.get(zone);
    const days = holidays.get(country);
    if (!zoned || !days) throw new RangeError(`No calendar of ${zone} and ${country}`);
    return {
      calendars: { zone: zoned, holidays: days },
      digests: { zone: digestCalendar(zoned), holidays: digestCalendar(days) },
    };
  };
  return { folders, programs, floor: programs.get('statutory-floor') ?? null, getCalendars };
}
