import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { resolveDurationMs } from '../../core/calendars/window.ts';
import type { DurationValue } from '../../core/policies/parameter.ts';
import type { BoundaryPosition, BoundaryScene, MovedCase } from './boundary-case.ts';

const HOUR_MS = 3_600_000;
const positionOf = (offset: number): BoundaryPosition => (offset < 0 ? 'below' : offset > 0 ? 'above' : 'at');

function withNumber(golden: GoldenCase, fact: string, value: number): GoldenCase | null {
  if (!golden.generation || value < 0) return null;
  if (fact === 'generation.unusableScore')
    return value > 100 ? null : { ...golden, generation: { ...golden.generation, unusableScore: value } };
  if (fact === 'generation.earlierClaims')
    return { ...golden, generation: { ...golden.generation, earlierClaims: value } };
  return null;
}

/** The case with the number that is compared one below, exactly on and one above the threshold. */
export function moveThreshold(threshold: number, { golden, fact }: BoundaryScene): MovedCase[] {
  return [-1, 0, 1].flatMap((offset): MovedCase[] => {
    const next = withNumber(golden, fact, threshold + offset);
    return next ? [{ name: String(threshold + offset), position: positionOf(offset), golden: next }] : [];
  });
}

/** The case with one complete outage, over an hour before the claim, whose length is moved around the duration by a unit and by a millisecond. The order must be older than that. */
export function moveDuration(duration: DurationValue, { golden, fact, claim, resolve }: BoundaryScene): MovedCase[] {
  if (fact !== 'order.longestOutage' || !golden.order) return [];
  const length = resolveDurationMs(duration);
  const unit = resolveDurationMs({ amount: 1, unit: duration.unit });
  const paidAt = resolve(golden.order.paid);
  const remedy = golden.incidents?.find((incident) => incident.remedyOffered !== undefined)?.remedyOffered;
  return [-unit, -1, 0, 1, unit].flatMap((offset): MovedCase[] => {
    const closedAt = claim - HOUR_MS;
    const openedAt = closedAt - length - offset;
    if (openedAt < paidAt || openedAt > closedAt) return [];
    const incident = {
      opened: new Date(openedAt).toISOString(),
      closed: new Date(closedAt).toISOString(),
      ...(remedy === undefined ? {} : { remedyOffered: remedy }),
    };
    return [
      {
        name: `an outage of the duration ${offset < 0 ? '-' : '+'} ${Math.abs(offset)} ms`,
        position: positionOf(offset),
        golden: { ...golden, incidents: [incident] },
      },
    ];
  });
}
