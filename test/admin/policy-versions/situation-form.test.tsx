// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import {
  listGroups,
  readPath,
  SITUATION_FIELDS,
  writePath,
} from '../../../admin/policy-versions/situation/situation-fields.ts';
import { SituationForm } from '../../../admin/policy-versions/situation/situation-form.tsx';
import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { renderAdmin } from '../render.tsx';
import { answerRequests } from './render-draft.tsx';

const SITUATION = {
  claim: { about: 'order', reason: 'unused_credits' },
  order: { paid: '12d before the claim' },
  incidents: [{ opened: '2d before the claim' }],
};

/** Renders the form over a text that it edits; answers the situation as it is now. */
function render(situation: unknown = SITUATION): () => unknown {
  const seen = { text: typeof situation === 'string' ? situation : JSON.stringify(situation) };
  function Form(): ReactElement {
    const [text, setText] = useState(seen.text);
    seen.text = text;
    return <SituationForm text={text} onChange={setText} />;
  }
  answerRequests();
  renderAdmin(<Form />);
  return () => JSON.parse(seen.text) as unknown;
}

describe('the fields of a situation', () => {
  it('all stand in the contract, and a choice has values', () => {
    const shapes: Readonly<Record<string, object>> = {
      claim: goldenCaseSchema.shape.claim.shape,
      customer: goldenCaseSchema.shape.customer.unwrap().shape,
      order: goldenCaseSchema.shape.order.unwrap().shape,
      generation: goldenCaseSchema.shape.generation.unwrap().shape,
    };
    for (const { group, path, kind, options } of SITUATION_FIELDS) {
      expect(Object.keys(shapes[group] ?? {}), path.join('.')).toContain(path[1]);
      if (kind === 'choice' || kind === 'choices') expect(options?.length, path.join('.')).toBeGreaterThan(1);
    }
  });

  it('are written and taken away without touching the rest', () => {
    const failed = writePath(SITUATION, ['generation', 'failure', 'class'], 'storage');
    expect(readPath(failed, ['generation', 'failure', 'class'])).toBe('storage');
    expect(failed).toMatchObject(SITUATION);
    expect(writePath(failed, ['generation', 'failure', 'class'], undefined)).toEqual(SITUATION);
  });

  it('are those of the claim, the customer, what it is about and what is told', () => {
    expect(listGroups(SITUATION)).toEqual(['claim', 'customer', 'order']);
    expect(listGroups({ claim: { about: 'generation' }, order: {} })).toEqual([
      'claim',
      'customer',
      'order',
      'generation',
    ]);
  });
});

describe('the form of a situation', () => {
  it('shows what the text says and writes what is filled in, keeping what it does not ask for', async () => {
    const now = render();
    const paid = screen.getByRole<HTMLInputElement>('textbox', { name: /^Paid/ });
    expect(paid.value).toBe('12');
    fireEvent.change(paid, { target: { value: '15' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Credits ever spent' }), { target: { value: '40' } });
    await userEvent.click(screen.getByRole('combobox', { name: 'Withdrawal waived' }));
    await userEvent.click(screen.getByRole('option', { name: 'yes' }));
    expect(now()).toEqual({
      ...SITUATION,
      order: { paid: '15d before the claim', used: 40, withdrawalWaived: true },
    });
    fireEvent.change(screen.getByRole('textbox', { name: 'Credits ever spent' }), { target: { value: '' } });
    expect(now()).toMatchObject({ order: { paid: '15d before the claim', withdrawalWaived: true } });
  });

  it('says at its field what cannot be so, and elsewhere what it does not ask for', () => {
    render({ claim: { about: 'order', reason: 'other' }, order: { paid: 'long ago' }, incidents: [{}] });
    const paid = screen.getByRole('textbox', { name: /^Paid/ });
    expect(paid.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/^\/incidents\/0\/opened/)).toBeTruthy();
  });

  it('shows nothing of a text that is no JSON, and says where to mend it', () => {
    render('{"claim"');
    expect(screen.getByText(/Mend it in the JSON view/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
