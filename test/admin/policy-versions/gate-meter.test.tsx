// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { GateMeter } from '../../../admin/policy-versions/gate-meter.tsx';
import { renderAdmin } from '../render.tsx';
import { buildGate } from './sample-version.ts';

afterEach(cleanup);

const said = (): (string | null)[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('the gate of a draft', () => {
  it('is ticked where everything is met', () => {
    renderAdmin(<GateMeter gate={buildGate()} root="/v" stale={false} />);
    expect(screen.getAllByTitle('met')).toHaveLength(4);
  });

  it('ticks nothing while there are changes that it does not know of', () => {
    renderAdmin(<GateMeter gate={buildGate()} root="/v" stale />);
    expect(screen.queryByTitle('met')).toBeNull();
    expect(said().at(-1)).toBe('(as saved; judged anew when you save)');
  });

  it('does not tick what a finding kept from being run', () => {
    const gate = buildGate();
    const finding = { code: 'X', path: '/parameters/0', message: 'Wrong.' } as (typeof gate.lint)[number];
    const unrun = { ...gate, lint: [finding], cases: { ...gate.cases, total: 0, passed: 0, rows: [] } };
    renderAdmin(<GateMeter gate={unrun} root="/v" stale={false} />);
    expect(screen.queryByTitle('met')).toBeNull();
    expect(said().slice(1).join('|')).toContain('cases not run');
  });
});
