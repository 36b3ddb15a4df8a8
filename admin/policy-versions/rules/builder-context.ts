import { createContext, useContext } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import type { FactChoice } from '../model/leaf-choices.ts';

/** What the controls of the builder look up. */
export interface BuilderLookup {
  readonly choices: ReadonlyMap<string, FactChoice>;
  readonly parameters: readonly Parameter[];
  /** Clauses that the rule carries out. */
  readonly clauses: readonly string[];
  /** Makes a parameter of the value at a place of the condition. */
  readonly onMake: (path: readonly number[], parameter: Parameter) => void;
}

const BuilderContext = createContext<BuilderLookup>({
  choices: new Map(),
  parameters: [],
  clauses: [],
  onMake: () => undefined,
});

export const BuilderProvider = BuilderContext.Provider;

/** The facts and parameters that conditions may name. */
export function useBuilderLookup(): BuilderLookup {
  return useContext(BuilderContext);
}

/** A place in the builder as people count it: `2.1`. */
export function namePlace(path: readonly number[]): string {
  return path.length === 0 ? '' : path.map((index) => index + 1).join('.');
}
