import type { HolidayCalendar, ZoneCalendar } from '../core/calendars/calendar.ts';
import type { CalendarStore } from '../ports/platform.ts';
import type { Database } from './database.ts';
import { openSealed, sealCalendar } from './rows/sealed-row.ts';
import { journalOf } from './units/plan-unit.ts';
import { insertStep } from './units/write-step.ts';
import { writeSteps } from './units/write-steps.ts';

/** Calendars in MongoDB, by digest. */
export function createCalendarStore(database: Database): CalendarStore {
  const calendars = database.collection('calendars');
  return {
    /** One that is there already has the same content, or it would have another digest. */
    async append(digest, calendar) {
      const sealed = sealCalendar(digest, calendar);
      const journal = journalOf(Date.now(), [sealed]);
      await writeSteps(database, journal?._id ?? null, [
        insertStep(database, 'calendars', [sealed]),
        insertStep(database, 'journals', journal === null ? [] : [journal]),
      ]);
    },
    async find(digest) {
      const row = await calendars.findOne({ _id: digest }, { projection: { body: 1 } });
      return row === null ? null : openSealed<ZoneCalendar | HolidayCalendar>(row);
    },
  };
}
