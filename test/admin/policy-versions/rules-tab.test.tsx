// @vitest-environment jsdom
import { EditorView } from '@codemirror/view';
import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RulesTab } from '../../../admin/policy-versions/rules/rules-tab.tsx';
import { orderRules } from '../../../admin/policy-versions/model/rule-order.ts';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';
import type { DraftScreen } from './render-draft.tsx';
import { buildVersion } from './sample-version.ts';

// jsdom lays nothing out, and CodeMirror asks where its lines are.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
// Nothing is hidden here; to ask of every element whether it is takes most of the time.
configure({ defaultHidden: true });
beforeEach(() => {
  signIn('policy_owner');
  answerRequests();
});

const open = (rule = 'second', locale: 'en' | 'zh' = 'en'): DraftScreen =>
  renderDraft(<RulesTab />, buildVersion(), { path: `/?rule=${rule}`, locale });
const order = (draft: DraftScreen): string[] => orderRules(draft.now().content.ruleset.rules).map(({ name }) => name);
const said = (): string => screen.getByTestId('said').textContent ?? '';
const item = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const ruleOf = (draft: DraftScreen, name: string) =>
  draft.now().content.ruleset.rules.find((rule) => rule.name === name);

describe('the order of rules', () => {
  it('is changed by Alt and arrows within the stage, and said aloud', async () => {
    const draft = open();
    item(/^\d.*Third/).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order(draft)).toEqual(['checked-first', 'first', 'third', 'second']);
    expect(said()).toBe('Third moved to 2 of 3');
    item(/^\d.*Third/).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(draft.now().dirty).toBe(false);
  });

  it('stops at the edge of the stage, and says that it does', async () => {
    const draft = open();
    item(/^2.*First/).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order(draft)).toEqual(['checked-first', 'first', 'second', 'third']);
    expect(said()).toBe('First cannot leave its stage');
    expect(item(/^\d.*Checked first/).getAttribute('aria-keyshortcuts')).toBeNull();
  });

  it('is changed by the menu of a rule too', async () => {
    const draft = open();
    await userEvent.click(item(/More for Third/));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move to the top of its stage' }));
    expect(order(draft)).toEqual(['checked-first', 'third', 'first', 'second']);
  });

  it('is changed by dragging a handle onto another rule of the stage alone', () => {
    const draft = open();
    const handle = screen.getByTitle('Move Third');
    const place = (name: RegExp): Element => item(name).closest('li') ?? document.body;
    const drag = (onto: Element, dropEffect: 'move' | 'none'): void => {
      const dataTransfer = { setData: () => undefined, dropEffect };
      fireEvent.dragStart(handle, { dataTransfer });
      if (!fireEvent.dragOver(onto, { dataTransfer })) fireEvent.drop(onto, { dataTransfer });
      fireEvent.dragEnd(handle, { dataTransfer });
    };
    drag(place(/^2.*First/), 'move');
    expect(order(draft)).toEqual(['checked-first', 'third', 'first', 'second']);
    drag(place(/^\d.*Checked first/), 'none');
    expect(order(draft)).toEqual(['checked-first', 'third', 'first', 'second']);
    expect(said()).toBe('Third cannot leave its stage');
  });
});

describe('a rule as JSON', () => {
  const view = (): EditorView => {
    const found = EditorView.findFromDOM(screen.getByRole('textbox', { name: /as JSON$/ }));
    if (found === null) throw new Error('No editor');
    return found;
  };
  const replace = (from: string, to: string): void => {
    const text = view().state.doc.toString();
    const at = text.indexOf(from);
    act(() => view().dispatch({ changes: { from: at, to: at + from.length, insert: to } }));
  };
  const builder = (): HTMLElement => screen.getByRole('button', { name: 'Builder' });

  it('that is broken says where, shuts the builder, holds up the save and loses nothing; mended, it is the rule again', async () => {
    const draft = open();
    await userEvent.click(screen.getByRole('button', { name: 'JSON' }));
    replace('"equal",', '"equal"');
    expect(await screen.findByRole('button', { name: /^Line \d+:/ })).toBeTruthy();
    expect(builder().hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(/so the builder is shut/)).toBeTruthy();
    expect(ruleOf(draft, 'second')).toEqual(
      ruleOf({ now: () => ({ ...draft.now(), content: draft.now().live }) }, 'second'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(screen.getByText('These fields cannot be saved as they are:').parentElement?.textContent).toContain(
      'Second',
    );
    await userEvent.click(item(/^2.*First/));
    await userEvent.click(item(/^3.*Second/));
    expect(view().state.doc.toString()).toContain('"equal"\n');
    replace('"equal"', '"notEqual",');
    expect(builder().hasAttribute('disabled')).toBe(false);
    expect(ruleOf(draft, 'second')?.conditions).toEqual({
      all: [{ fact: 'order.creditsUsedNet', operator: 'notEqual', value: 3 }],
    });
    await userEvent.click(builder());
    expect(screen.getByLabelText('Comparison 1').textContent).toContain('is not');
    expect(screen.getByText(/^When Credits used, net is not 3/)).toBeTruthy();
  });

  it('is refused where the contract refuses it, though it parses', async () => {
    const draft = open();
    await userEvent.click(screen.getByRole('button', { name: 'JSON' }));
    replace('"all"', '"none"');
    expect(await screen.findAllByRole('button', { name: /^Line \d+:/ })).not.toEqual([]);
    expect(draft.now().dirty).toBe(false);
  });

  it('keeps its cursor while the rule is renamed in it', async () => {
    const draft = open();
    await userEvent.click(screen.getByRole('button', { name: 'JSON' }));
    const before = view();
    replace('"second"', '"second-one"');
    expect(ruleOf(draft, 'second-one')).toBeDefined();
    expect(view()).toBe(before);
    replace('"second-one"', '"second-two"');
    expect(ruleOf(draft, 'second-two')).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Rule second-two as JSON' })).toBeTruthy();
  });

  it('shows what the builder makes of the rule', async () => {
    open();
    fireEvent.change(screen.getByLabelText('Value 1'), { target: { value: '4' } });
    await userEvent.click(screen.getByRole('button', { name: 'JSON' }));
    expect(view().state.doc.toString()).toContain('"value": 4');
  });
});

describe('a value in a rule', () => {
  it('becomes a parameter with this value, of the rule’s clause, and the rule compares with it', async () => {
    const draft = open();
    await userEvent.click(screen.getByRole('button', { name: 'Make this a parameter…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Make this value a parameter' }));
    const make = dialog.getByRole('button', { name: 'Make a parameter' });
    const fill = (label: string, value: string): void => {
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    };
    fill('Name', 'cashWindow');
    expect(dialog.getByText('Another parameter has this name.')).toBeTruthy();
    fill('Name', 'Used Most');
    expect(dialog.getByText('A lower case letter first, then letters and digits.')).toBeTruthy();
    fill('Name', 'usedMost');
    fill('Label in English', 'Most credits used');
    expect(make.hasAttribute('disabled')).toBe(true);
    fill('Label in Chinese', '最多使用积分');
    fill('Largest value', '2');
    expect(dialog.getAllByText('3 must lie between.')).toHaveLength(2);
    fill('Largest value', '50');
    await userEvent.click(make);
    expect(ruleOf(draft, 'second')?.conditions).toEqual({
      all: [{ fact: 'order.creditsUsedNet', operator: 'equal', value: { fact: 'param.usedMost' } }],
    });
    expect(draft.now().content.parameters.at(-1)).toEqual({
      name: 'usedMost',
      kind: 'threshold',
      label: { en: 'Most credits used', zh: '最多使用积分' },
      provenance: 'confirmed',
      clauses: ['ANUMI-4d'],
      value: 3,
      unit: 'credits',
      bounds: { min: 0, max: 50 },
    });
    expect(screen.getByText(/^When Credits used, net is 3 credits/)).toBeTruthy();
  });
});

describe('rules for Chinese readers', () => {
  it('are told in Chinese, stage and effect included', () => {
    open('second', 'zh');
    expect(screen.getByText('资格')).toBeTruthy();
    expect(screen.getByText(/^当净使用积分是 3：拒绝。/)).toBeTruthy();
  });
});
