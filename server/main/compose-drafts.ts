import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import type { CalendarLibrary, Log } from '../ports/platform.ts';
import type { DraftDeps } from '../usecases/drafts/draft-deps.ts';
import { createCalendarLibrary } from '../providers/calendars/calendar-library.ts';
import { PolicyCatalogue } from '../usecases/policies/policy-catalogue.ts';
import type { OpenStores } from './open-stores.ts';
import { createLog, createPino } from '../providers/log.ts';
import { createPolicyFiles } from './policy-files.ts';

/** Puts together what the life of policy versions needs. */
export function composeDrafts(
  { stores, clock, ids, log }: OpenStores & { readonly log: Log },
  { catalogue, calendars }: { readonly catalogue: PolicyCatalogue; readonly calendars: CalendarLibrary },
): DraftDeps {
  return {
    policies: stores.policies,
    drafts: stores.drafts,
    reads: stores.reads,
    trail: stores.auditTrail,
    catalogue,
    calendars,
    clock,
    ids,
    log,
    dictionary: FACT_DICTIONARY,
    files: createPolicyFiles(),
    findNames: async (actors) => {
      const users = await stores.users.findMany(
        actors.flatMap((actor) => (actor.startsWith('user/') ? [actor.slice('user/'.length)] : [])),
      );
      return new Map(users.map((user) => [`user/${user.id}`, user.name]));
    },
  };
}

/** The same for a command that has nothing but the stores. */
export function composeOwnDrafts(opened: OpenStores): DraftDeps {
  const { stores, clock } = opened;
  const log = createLog(createPino({ level: 'error', part: 'command', destination: process.stderr }));
  return composeDrafts(
    { ...opened, log },
    {
      catalogue: new PolicyCatalogue(stores.policies, FACT_DICTIONARY, clock),
      calendars: createCalendarLibrary(stores.calendars),
    },
  );
}
