import type { Calendars } from '../../calendars/calendar.ts';
import type { FactType, KnownValue } from '../../facts/fact-value.ts';
import type { CapValue, DurationValue, RateValue, WindowValue } from '../parameter.ts';

/** What an operator can compare a fact with: a literal or a parameter's value. */
const OPERAND_TYPES = ['text', 'boolean', 'integer', 'list', 'window', 'cap', 'rate', 'duration'] as const;
export type OperandType = (typeof OPERAND_TYPES)[number];

/** A value on an operator's right-hand side. */
export type KnownOperand =
  | string
  | number
  | boolean
  | readonly string[]
  | WindowValue
  | CapValue
  | RateValue
  | DurationValue;

/** One text in the two languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/**
 * Compares a known value with the operand it was bound to: true, false, or null where the value does not hold enough
 * to tell (a truncated history). Parameters are checked bivariantly: the lint and the compiler compare the types
 * before anything is bound, so that pairs of different types fit into one table.
 */
type Test<V extends KnownValue = KnownValue> = {
  test(value: V, calendars: Calendars): boolean | null;
}['test'];

/** A failed or held comparison whose distance from turning was measured. */
interface Gap<V extends KnownValue = KnownValue, O extends KnownOperand = KnownOperand> {
  /** Whether the base operator holds (and so its complement fails). */
  readonly holds: boolean;
  readonly value: V;
  readonly operand: O;
}

/** A base operator and its exact complement: on every known value exactly one of the two holds, or both are unknown. */
export interface OperatorPair<V extends KnownValue = KnownValue, O extends KnownOperand = KnownOperand> {
  readonly operator: string;
  readonly complement: string;
  /** Admissible types of fact and operand. */
  readonly takes: readonly { readonly fact: FactType; readonly operand: OperandType }[];
  /** Sentence parts for the base operator and for the complement; `{}` stands for the operand. */
  readonly phrases: { readonly operator: Words; readonly complement: Words };
  bind(operand: O): Test<V>;
  /**
   * The smallest change, a positive integer in the operator's own unit (ms, count, basis points, or the fact's
   * integer), that would turn the comparison round; null where nothing can be measured.
   */
  measure(value: V, operand: O, calendars: Calendars): number | null;
  /** The margin in words, from the view of the condition that failed: "6 hours 12 minutes too late". */
  wordMargin(margin: number, gap: Gap<V, O>): Words;
}

/** What {@link OperatorPair.wordMargin} answers for an operator that measures nothing. */
export const NO_WORDS: Words = { en: '', zh: '' };
