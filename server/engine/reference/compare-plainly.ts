import { resolveWindowEnd } from '../../core/calendars/window.ts';
import type { Calendars } from '../../core/calendars/calendar.ts';
import type { Interval, KnownValue, RatioHistory, Timeline } from '../../core/facts/fact-value.ts';
import type { KnownOperand } from '../../core/policies/operators/operator.ts';
import type { CapValue, DurationValue, RateValue, WindowValue } from '../../core/policies/parameter.ts';

// Written a second time, in the plainest way, so that a slip in the operators themselves shows as a difference.
const MS_OF = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

const inMs = (value: DurationValue): number => value.amount * MS_OF[value.unit];
const younger = (instants: readonly number[], at: number, per: DurationValue): number =>
  instants.filter((instant) => at - inMs(per) < instant).length;

function isInside(interval: Interval, window: WindowValue, calendars: Calendars): boolean {
  if (window.counting === 'elapsed') return interval.to - interval.from <= inMs(window);
  return interval.to <= resolveWindowEnd(interval.from, window, calendars);
}

function isCapReached(timeline: Timeline, cap: CapValue): boolean | null {
  const reached = younger(timeline.instants, timeline.at, cap.per) >= cap.count;
  return !reached && timeline.truncated === true ? null : reached;
}

function isRateReached(history: RatioHistory, rate: RateValue): boolean | null {
  if (history.truncated === true) return null;
  const whole = younger(history.whole, history.at, rate.per);
  const part = younger(history.part, history.at, rate.per);
  return whole >= rate.minimumCount && BigInt(part) * 10_000n >= BigInt(rate.basisPoints) * BigInt(whole);
}

const negate = (answer: boolean | null): boolean | null => (answer === null ? null : !answer);

/**
 * The reference's own comparison of a known value with an operand: true, false, or null where it cannot be told.
 * @throws RangeError for an operator that does not exist.
 */
export function comparePlainly(
  operator: string,
  value: KnownValue,
  operand: KnownOperand,
  calendars: Calendars,
): boolean | null {
  const texts = value as readonly string[];
  const list = operand as readonly string[];
  switch (operator) {
    case 'equal':
      return value === operand;
    case 'notEqual':
      return value !== operand;
    case 'in':
      return list.some((element) => element === value);
    case 'notIn':
      return list.every((element) => element !== value);
    case 'lessThan':
      return (value as number) < (operand as number);
    case 'greaterThanInclusive':
      return (value as number) >= (operand as number);
    case 'greaterThan':
      return (value as number) > (operand as number);
    case 'lessThanInclusive':
      return (value as number) <= (operand as number);
    case 'contains':
      return texts.some((element) => element === operand);
    case 'doesNotContain':
      return texts.every((element) => element !== operand);
    case 'containsAny':
      return list.some((element) => texts.includes(element));
    case 'containsNone':
      return list.every((element) => !texts.includes(element));
    case 'includesAll':
      return list.every((element) => texts.includes(element));
    case 'lacksAny':
      return list.some((element) => !texts.includes(element));
    case 'withinWindow':
      return isInside(value as Interval, operand as WindowValue, calendars);
    case 'outsideWindow':
      return !isInside(value as Interval, operand as WindowValue, calendars);
    case 'longerThan':
      return (value as number) > inMs(operand as DurationValue);
    case 'notLongerThan':
      return (value as number) <= inMs(operand as DurationValue);
    case 'reachedCap':
      return isCapReached(value as Timeline, operand as CapValue);
    case 'belowCap':
      return negate(isCapReached(value as Timeline, operand as CapValue));
    case 'rateAtLeast':
      return isRateReached(value as RatioHistory, operand as RateValue);
    case 'rateBelow':
      return negate(isRateReached(value as RatioHistory, operand as RateValue));
    default:
      throw new RangeError(`Unknown operator ${operator}`);
  }
}
