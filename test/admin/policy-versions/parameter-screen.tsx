import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findParameter } from '../../../admin/policy-versions/model/edit-content.ts';
import { ParametersTab } from '../../../admin/policy-versions/parameters/parameters-tab.tsx';
import { answerRequests, renderDraft } from './render-draft.tsx';
import type { Answer, DraftScreen, Sent } from './render-draft.tsx';
import { buildVersion } from './sample-version.ts';

/** The tab of parameters with the sample draft, and the requests that it sends. */
export function openParameters(
  answers: Readonly<Record<string, Answer>> = {},
  editable = true,
): { readonly draft: DraftScreen; readonly sent: readonly Sent[] } {
  const sent = answerRequests(answers);
  return { draft: renderDraft(<ParametersTab />, buildVersion(), { editable }), sent };
}

/** Queries within the row of a parameter. */
export function row(name: string) {
  const found = document.querySelector<HTMLElement>(`[data-parameter="${name}"]`);
  if (found === null) throw new Error(`No row ${name}`);
  return within(found);
}

/** The value that the draft on the screen gives a parameter. */
export function valueOf(draft: DraftScreen, name: string): unknown {
  return findParameter(draft.now().content, name)?.value;
}

/** What was last said to screen readers. */
export function said(): string {
  return screen.getByTestId('said').textContent ?? '';
}

/** Puts a text into a field as a whole; the field has the focus, as it has while somebody types. */
export async function retype(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field);
  fireEvent.change(field, { target: { value: text } });
}
