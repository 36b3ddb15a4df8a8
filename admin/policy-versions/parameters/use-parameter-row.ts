import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Parameter, ParameterValue } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { confirmParameter, findParameter, restoreParameter, setParameterValue } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';
import { isFieldOf } from './field-id.ts';

/** One row's state and what can be done in it. */
export interface ParameterRowState {
  readonly original: Parameter | null;
  readonly changed: boolean;
  readonly editable: boolean;
  readonly name: string;
  /** A value is being chosen where none is set. */
  readonly choosing: boolean;
  /** Rises when fields are to drop what was typed. */
  readonly resetToken: number;
  valueOf(parameter: Parameter | null): string;
  choose(choosing: boolean): void;
  set(value: ParameterValue | undefined): void;
  confirm(): void;
  putBack(to: Parameter): void;
  onEnter(event: FocusEvent<HTMLElement>): void;
  onKey(event: KeyboardEvent): void;
}

/** Holds what a row remembers: the value it had when the focus came in, to which Esc goes back. */
export function useParameterRow(parameter: Parameter): ParameterRowState {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { live, epoch, editable, edit, announce, invalid, mark, scratch } = useDraft();
  const begun = [...scratch.keys()].some((key) => isFieldOf(parameter.name, key));
  const [choosing, setChoosing] = useState(begun);
  const [drops, setDrops] = useState(0);
  const entered = useRef<Parameter | null>(null);
  const original = findParameter(live, parameter.name);
  const name = parameter.label[locale];
  const valueOf = (one: Parameter | null): string =>
    one === null ? words.liveUnset : SENTENCES.parameterValue(one)[locale];
  /** What was typed and is no value goes, with what it holds up. */
  const forget = (): void => {
    for (const key of scratch.keys()) if (isFieldOf(parameter.name, key)) scratch.delete(key);
    for (const { fieldId } of invalid) if (isFieldOf(parameter.name, fieldId)) mark(fieldId, null);
  };
  const choose = (next: boolean): void => {
    if (!next) forget();
    setChoosing(next);
  };
  const putBack = (to: Parameter): void => {
    edit((content) => restoreParameter(content, { ...content, parameters: [to] }, to.name));
    choose(false);
    setDrops(drops + 1);
    announce(words.backTo(name, valueOf(to)));
  };
  return {
    original,
    changed: !sameValue(original?.value, parameter.value),
    editable,
    name,
    choosing,
    resetToken: epoch + drops,
    valueOf,
    choose,
    putBack,
    set: (value) => {
      if (value === undefined) choose(false);
      edit((content) => setParameterValue(content, live, parameter.name, value));
    },
    confirm: () => {
      edit((content) => confirmParameter(content, parameter.name));
      announce(words.confirmed(name));
    },
    onEnter: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) entered.current = parameter;
    },
    onKey: (event) => {
      // A menu that is open inside the row closes first; it keeps that key to itself.
      if (event.key === 'Escape' && entered.current !== null && editable && !event.defaultPrevented) {
        putBack(entered.current);
      }
    },
  };
}
