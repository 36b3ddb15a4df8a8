import type { Parameter, PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { findParameter } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import type { ParameterView } from './parameter-filter.tsx';

/** Whether a parameter has another value than in the live version. */
export function checkChanged({ name, value }: Parameter, live: PolicyContent): boolean {
  return !sameValue(findParameter(live, name)?.value, value);
}

/** Whether a parameter belongs to a view. */
export function checkView(parameter: Parameter, view: ParameterView, live: PolicyContent): boolean {
  // An assumption that was confirmed is a change as well, of where the value comes from.
  const { provenance } = findParameter(live, parameter.name) ?? parameter;
  if (view === 'changed') return checkChanged(parameter, live) || provenance !== parameter.provenance;
  return view === 'all' || parameter.provenance === view;
}

/** Whether the row of the version that counts belongs to a view and contains what is sought. */
export function checkBasis(view: ParameterView, text: string, changed: boolean): boolean {
  const { en, zh } = SENTENCES.head('versionBasis');
  const sought = text.trim().toLowerCase();
  return (
    (view === 'all' || (view === 'changed' && changed)) && `versionBasis ${en} ${zh}`.toLowerCase().includes(sought)
  );
}

/** Whether a parameter's names, note or clauses contain what is sought. */
export function checkText({ name, label, clauses, note }: Parameter, text: string): boolean {
  const sought = text.trim().toLowerCase();
  if (sought === '') return true;
  return [name, label.en, label.zh, note ?? '', ...clauses].some((one) => one.toLowerCase().includes(sought));
}
