import { createContext, useContext } from 'react';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';

/** A field that holds a text which cannot be saved. */
export interface Invalid {
  /** Id of the element that takes the focus. */
  readonly fieldId: string;
  readonly label: string;
  readonly message: string;
  /** Where the field is, for one that is not on every tab. */
  readonly to?: string;
}

/** The draft on the screen: what is saved, what is edited, and what can be done with it. */
export interface DraftEditor {
  readonly version: PolicyVersionView;
  /** What the draft says now, unsaved changes included. */
  readonly content: PolicyContent;
  readonly cases: readonly GoldenCase[];
  /** The live content, or that of the draft itself where nothing is live. */
  readonly live: PolicyContent;
  readonly dirty: boolean;
  readonly editable: boolean;
  readonly invalid: readonly Invalid[];
  /** Those of them that were named because a save was held up. */
  readonly faults: readonly Invalid[];
  /** Rises when everything is put back to what is saved: fields drop what was typed. */
  readonly epoch: number;
  /** Texts that are no value yet, by what they are about; they outlive the tab in which they were typed. */
  readonly scratch: Map<string, string>;
  edit(change: (content: PolicyContent) => PolicyContent): void;
  editCases(cases: readonly GoldenCase[]): void;
  /** Notes that a field cannot be saved, or with null that it can. */
  mark(fieldId: string, invalid: Invalid | null): void;
  undoAll(): void;
  /** Saves; resolves with whether it was. */
  save(): Promise<boolean>;
  /** Says something once to screen readers. */
  announce(text: string): void;
  /** Reads the version anew, for after an act. */
  refresh(): Promise<void>;
}

const DraftContext = createContext<DraftEditor | null>(null);

export const DraftProvider = DraftContext.Provider;

/** The draft that is edited. */
export function useDraft(): DraftEditor {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('useDraft outside of a version editor');
  return draft;
}
