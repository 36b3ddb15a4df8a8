import type { Parameter, PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { findParameter } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';
import type { ParameterView } from './parameter-filter.tsx';

/** Whether a parameter has another value than in the live version. */
export function checkChanged({ name, value }: Parameter, live: PolicyContent): boolean {
  return !sameValue(findParameter(live, name)?.value, value);
}

/** Whether a parameter belongs to a view. */
export function checkView(parameter: Parameter, view: ParameterView, live: PolicyContent): boolean {
  if (view === 'changed') return checkChanged(parameter, live);
  return view === 'all' || parameter.provenance === view;
}

/** Whether a parameter's names, note or clauses contain what is sought. */
export function checkText({ name, label, clauses, note }: Parameter, text: string): boolean {
  const sought = text.trim().toLowerCase();
  if (sought === '') return true;
  return [name, label.en, label.zh, note ?? '', ...clauses].some((one) => one.toLowerCase().includes(sought));
}
