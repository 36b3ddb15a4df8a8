import { formatInstant } from '../../contract/http/instant.ts';
import type { PreviewReply, PreviewRequest } from '../../contract/http/policy-requests.ts';
import type { Calendars } from '../../core/calendars/calendar.ts';
import { getOffsetMs } from '../../core/calendars/local-day.ts';
import { resolveWindowEnd } from '../../core/calendars/window.ts';
import { findByName } from '../../core/policies/list-rules-of.ts';
import type { WindowValue } from '../../core/policies/parameter.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { DraftDeps } from './draft-deps.ts';

type Ends = PreviewReply['windows'][string];
type Shift = Ends['liveShift'];

const MINUTE_MS = 60_000;

/** Where the named windows end for an example by both sides, and what moved those ends. */
export async function resolveWindows(
  deps: Pick<DraftDeps, 'calendars' | 'clock'>,
  { example }: PreviewRequest,
  names: readonly string[],
  sides: { readonly live: PolicyContent | null; readonly draft: PolicyContent },
): Promise<PreviewReply['windows']> {
  const named = names.filter((name) => findByName(sides.draft, name)?.kind === 'window');
  if (named.length === 0) return {};
  const { zone, country } = sides.draft;
  const asked = example?.zone !== undefined && deps.calendars.isZone(example.zone) ? example.zone : zone;
  const { calendars } = await deps.calendars.resolve(asked, example?.country ?? country);
  const from = example?.from ?? deps.clock.now();
  const endsOf = (name: string): Ends => {
    const [live, draft] = [sides.live, sides.draft].map((content) => findWindow(content, name));
    return {
      live: live === undefined ? null : formatInstant(resolveWindowEnd(from, live, calendars)),
      draft: draft === undefined ? null : formatInstant(resolveWindowEnd(from, draft, calendars)),
      liveShift: live === undefined ? null : findShift(from, live, calendars),
      draftShift: draft === undefined ? null : findShift(from, draft, calendars),
    };
  };
  return Object.fromEntries(named.map((name) => [name, endsOf(name)]));
}

function findWindow(content: PolicyContent | null, name: string): WindowValue | undefined {
  const parameter = content === null ? undefined : findByName(content, name);
  return parameter?.kind === 'window' ? parameter.value : undefined;
}

/** What moves the end of a window that the count of days alone would not; null where nothing does. */
export function findShift(from: number, window: WindowValue, calendars: Calendars): Shift {
  const end = resolveWindowEnd(from, window, calendars);
  if (window.counting === 'elapsed') {
    // Exact hours pay no heed to clocks, so that the wall shows another time of day where clocks change.
    const clockMinutes = (getOffsetMs(calendars.zone, end) - getOffsetMs(calendars.zone, from)) / MINUTE_MS;
    return clockMinutes === 0 ? null : { from: null, clockMinutes };
  }
  const unmoved = resolveWindowEnd(from, { ...window, counting: 'calendar' }, calendars);
  return unmoved === end ? null : { from: formatInstant(unmoved), clockMinutes: 0 };
}
