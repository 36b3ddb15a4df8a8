import type { Parameter, ParameterKind } from '../../../server/contract/policy-vocabulary.ts';

/** The parameter of one kind. */
type ParameterOf<K extends ParameterKind> = Extract<Parameter, { readonly kind: K }>;

/** The value of one kind. */
export type ValueOf<K extends ParameterKind> = NonNullable<ParameterOf<K>['value']>;

/** What every input of a parameter is given. `live` is absent where the live version has no value. */
export interface InputProps<K extends ParameterKind> {
  readonly parameter: ParameterOf<K>;
  readonly value: ValueOf<K> | undefined;
  readonly live: ValueOf<K> | undefined;
  /** Name of the parameter in the reader’s language. */
  readonly owner: string;
  readonly onChange: (value: ValueOf<K>) => void;
  readonly resetToken: number;
}
