// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listTraceItems } from '../../../admin/trace/trace-item.ts';
import { TraceTree } from '../../../admin/trace/trace-tree.tsx';
import { renderAdmin } from '../render.tsx';
import { SAMPLE_RULES } from './sample-trace.ts';

const items = listTraceItems(SAMPLE_RULES, 'unused-pack');

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response('[]'));
  Element.prototype.scrollIntoView = vi.fn();
});

const show = (locale: 'en' | 'zh' = 'en'): void => {
  renderAdmin(<TraceTree items={items} label="Rules in order" policy="anumi" version={4} />, { locale });
};
const line = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name });

describe('the trace as a tree', () => {
  it('has one tab stop, on the rule that decided', () => {
    show();
    const stops = screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0);
    expect(stops).toHaveLength(1);
    expect(stops[0]).toBe(line(/^held:\s*Cash window passed.*decides.*Denied.*ANUMI-4d/));
  });

  it('says state, level and place of every line', () => {
    show();
    const rule = line(/^held:\s*Cash window passed/);
    expect(rule.getAttribute('aria-level')).toBe('1');
    expect(rule.getAttribute('aria-posinset')).toBe('3');
    expect(rule.getAttribute('aria-setsize')).toBe('4');
    expect(rule.getAttribute('aria-expanded')).toBe('true');
    const condition = line(/^held:\s*cash-window-passed two$/);
    expect(condition.getAttribute('aria-level')).toBe('3');
    expect(condition.hasAttribute('aria-expanded')).toBe(false);
  });

  it('gives a filled chip to nothing but what decided', () => {
    show();
    expect(within(line(/Unused pack/)).queryByText('Granted')).toBeNull();
    expect(line(/^failed:\s*Unused pack.*near miss.*would grant/)).toBeTruthy();
  });

  it('is walked with the arrows, Home and End', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement).toBe(line(/^held:\s*Cash window passed/));
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(line(/^held:\s*all of/) ?? null);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(line(/^held:\s*cash-window-passed one$/));
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toBe(line(/^held:\s*Cash window passed/));
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(line(/^held:\s*unused-pack two$/));
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(line(/^failed:\s*Subject unknown/));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(line(/^failed:\s*Subject unknown/));
  });

  it('opens and closes with Enter, and all of a level with *', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(line(/^held:\s*Cash window passed/).getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('*');
    const rules = screen.getAllByRole('treeitem').filter((item) => item.getAttribute('aria-level') === '1');
    expect(rules.map((item) => item.getAttribute('aria-expanded'))).toEqual(['true', 'true', 'true', 'true']);
  });

  it('tells under the tree what the selected line looked at', async () => {
    show();
    const user = userEvent.setup();
    await user.click(screen.getByText('unused-pack one'));
    const detail = screen.getByRole('group', { name: 'Rules in order: Selected' });
    expect(within(detail).getByText('order.ageDays')).toBeTruthy();
    expect(within(detail).getByText('cashRefundWindow')).toBeTruthy();
    expect(within(detail).getByRole('link', { name: 'anumi v4' }).getAttribute('href')).toBe('/policies/anumi/show');
  });

  it('holds nothing that could take the focus inside a line', () => {
    show();
    expect(
      screen.getByRole('tree').querySelectorAll('a, button, input, [tabindex="0"]:not([role="treeitem"])'),
    ).toHaveLength(0);
  });

  it('speaks Chinese', () => {
    show('zh');
    expect(line(/^成立:\s*已过现金退款期限.*决定结果.*拒绝/)).toBeTruthy();
  });
});
