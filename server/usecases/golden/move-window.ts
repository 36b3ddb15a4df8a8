import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { resolveDurationMs, resolveWindowEnd } from '../../core/calendars/window.ts';
import type { WindowValue } from '../../core/policies/parameter.ts';
import type { BoundaryScene, MovedCase } from './boundary-case.ts';

/** When the interval that a window limits begins; null where the case has no such interval. */
function findStart({ fact, golden, resolve }: BoundaryScene): number | null {
  if (fact === 'order.paidToClaim') return golden.order ? resolve(golden.order.paid) : null;
  if (fact !== 'generation.completedToClaim' || golden.generation?.status !== 'succeeded') return null;
  return resolve(golden.generation.succeeded ?? '1h before the claim');
}

function withStart(golden: GoldenCase, fact: string, at: number): GoldenCase {
  const words = new Date(at).toISOString();
  if (fact === 'order.paidToClaim' && golden.order) return { ...golden, order: { ...golden.order, paid: words } };
  return golden.generation ? { ...golden, generation: { ...golden.generation, succeeded: words } } : golden;
}

/**
 * The case with the interval's length moved around the window: a unit and a millisecond to either side of its last
 * admissible instant, and exactly on it. Where exact time counts, the start moves; where local days count, the claim does,
 * because only then is it the calendar that says where the window ends.
 */
export function moveWindow(window: WindowValue, scene: BoundaryScene): MovedCase[] {
  const start = findStart(scene);
  if (start === null) return [];
  const { golden, fact } = scene;
  const unit = resolveDurationMs({ amount: 1, unit: window.unit });
  const steps: [string, number][] = [
    [`1 ${window.unit} before the end`, -unit],
    ['1 ms before the end', -1],
    ['the last instant', 0],
    ['1 ms after the end', 1],
    [`1 ${window.unit} after the end`, unit],
  ];
  return steps.flatMap(([name, offset]): MovedCase[] => {
    const position = offset < 0 ? 'below' : offset > 0 ? 'above' : 'at';
    if (window.counting === 'elapsed') {
      const length = resolveDurationMs(window) + offset;
      return length < 0 ? [] : [{ name, position, golden: withStart(golden, fact, scene.claim - length) }];
    }
    const sentAt = resolveWindowEnd(start, window, scene.calendars) + offset;
    if (sentAt < start) return [];
    const { received: _received, ...claim } = golden.claim;
    const moved: GoldenCase = {
      ...golden,
      at: new Date(sentAt).toISOString(),
      claim: { ...claim, sent: 'the decision' },
    };
    return [{ name, position, golden: withStart(moved, fact, start) }];
  });
}
