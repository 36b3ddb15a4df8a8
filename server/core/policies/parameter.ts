export const PARAMETER_KINDS = [
  'window',
  'cap',
  'rate',
  'threshold',
  'duration',
  'switch',
  'list',
  'matrix',
  'choice',
] as const;
/** What a parameter measures. */
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

export const PROVENANCES = ['stated', 'assumed', 'confirmed', 'unset'] as const;
/** `stated` in the policy text, `assumed` by us, `confirmed` by an owner, or `unset`. */
export type Provenance = (typeof PROVENANCES)[number];

export const TIME_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export const COUNTINGS = ['elapsed', 'calendar', 'calendar_workday_end'] as const;
/** How a window's end is found (design: elapsed to the millisecond; end of the last local day; rolled over weekends and holidays). */
type Counting = (typeof COUNTINGS)[number];

export interface DurationValue {
  readonly amount: number;
  readonly unit: TimeUnit;
}
export interface WindowValue {
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly counting: Counting;
}
/** At most `count` within the trailing `per`. */
export interface CapValue {
  readonly count: number;
  readonly per: DurationValue;
}
/** A share in basis points within the trailing `per`; with fewer than `minimumCount` in the whole, the rate counts as not reached. */
export interface RateValue {
  readonly basisPoints: number;
  readonly per: DurationValue;
  readonly minimumCount: number;
}
export type MatrixCell = 'yes' | 'no' | 'unset';
/** Tri-state grid; `cells[row][column]`. Rules read it as the lists `param.<name>.yes` and `.no` of `row/column`. */
export interface MatrixValue {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: Readonly<Record<string, Readonly<Record<string, MatrixCell>>>>;
}

interface ParameterBase<K extends ParameterKind, V> {
  readonly name: string;
  readonly kind: K;
  readonly label: { readonly en: string; readonly zh: string };
  readonly provenance: Provenance;
  /** Clauses of the published text that this parameter carries out. */
  readonly clauses: readonly string[];
  /** Absent exactly when provenance is `unset`. */
  readonly value?: V;
  /** `refer`: a condition that rests on it is unknown. `off`: every rule that rests on it is switched off. Default `refer`. */
  readonly whenUnset?: 'refer' | 'off';
  readonly note?: string;
}

/** Inclusive integer limits within which an owner may move the number. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

type WindowParameter = ParameterBase<'window', WindowValue> & { readonly bounds: Bounds };
type CapParameter = ParameterBase<'cap', CapValue> & { readonly bounds: Bounds };
type RateParameter = ParameterBase<'rate', RateValue> & { readonly bounds: Bounds };
type ThresholdParameter = ParameterBase<'threshold', number> & {
  readonly bounds: Bounds;
  readonly unit: string;
};
type DurationParameter = ParameterBase<'duration', DurationValue> & { readonly bounds: Bounds };
type SwitchParameter = ParameterBase<'switch', boolean>;
type ListParameter = ParameterBase<'list', readonly string[]> & { readonly options?: readonly string[] };
export type MatrixParameter = ParameterBase<'matrix', MatrixValue>;
type ChoiceParameter = ParameterBase<'choice', string> & { readonly options: readonly string[] };

/** A typed, bounded, editable value that rules refer to as `param.<name>`. */
export type Parameter =
  | WindowParameter
  | CapParameter
  | RateParameter
  | ThresholdParameter
  | DurationParameter
  | SwitchParameter
  | ListParameter
  | MatrixParameter
  | ChoiceParameter;
