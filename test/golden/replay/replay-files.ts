import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Calendars, HolidayCalendar, ZoneCalendar } from '../../../server/core/calendars/calendar.ts';
import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';

/** A decision as a release stored it; `name` says what it is about. */
export interface RecordedDecision {
  readonly id: string;
  readonly name: string;
  readonly record: CaseRecord;
  readonly recordDigest: string;
  readonly decision: DecisionDraft;
}

/** A policy's content as it was published then. */
export interface RecordedContent {
  readonly digest: string;
  readonly content: PolicyContent;
}

/** A calendar as a record of then names it. */
interface RecordedCalendar {
  readonly digest: string;
  readonly calendar: ZoneCalendar | HolidayCalendar;
}

/** All that releases recorded under one semantics. Decisions keep the text of their line. */
export interface Recording {
  readonly semantics: number;
  readonly contents: readonly RecordedContent[];
  readonly calendars: readonly RecordedCalendar[];
  readonly programs: readonly { readonly program: string; readonly decisions: readonly RecordedDecision[] }[];
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Every recording of this folder. Each file is `semantics-<n>.<what>.ndjson`, a canonical document a line. */
export async function loadRecordings(): Promise<Recording[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.ndjson')).toSorted();
  const numbers = [...new Set(names.map((name) => Number(/^semantics-(\d+)\./.exec(name)?.[1])))];
  return Promise.all(
    numbers.map(async (semantics) => {
      const prefix = `semantics-${semantics}.`;
      const programs = names
        .filter((name) => name.startsWith(prefix) && name.endsWith('.decisions.ndjson'))
        .map((name) => name.slice(prefix.length, -'.decisions.ndjson'.length));
      return {
        semantics,
        contents: await readLines<RecordedContent>(`${prefix}versions`),
        calendars: await readLines<RecordedCalendar>(`${prefix}calendars`),
        programs: await Promise.all(
          programs.map(async (program) => ({
            program,
            decisions: await readLines<RecordedDecision>(`${prefix}${program}.decisions`),
          })),
        ),
      };
    }),
  );
}

async function readLines<T>(name: string): Promise<T[]> {
  const text = await readFile(`${FOLDER}${name}.ndjson`, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The two calendars that a record names. Throws where one was not recorded. */
export function findCalendars({ calendars }: Recording, { calendars: digests }: CaseRecord): Calendars {
  const find = (digest: string) => calendars.find((one) => one.digest === digest)?.calendar;
  const [zone, holidays] = [find(digests.zone), find(digests.holidays)];
  if (zone?.kind !== 'zone' || holidays?.kind !== 'holidays')
    throw new Error(`The calendars ${digests.zone} and ${digests.holidays} were not recorded`);
  return { zone, holidays };
}
