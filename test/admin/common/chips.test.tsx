// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DISPOSITION_ORDER, DispositionChip } from '../../../admin/common/disposition-chip.tsx';
import { PAYOUT_STATUS_ORDER, PayoutStatusChip } from '../../../admin/common/payout-status-chip.tsx';
import { DARK_PALETTE, LIGHT_PALETTE, TONES } from '../../../admin/theme/tokens.ts';
import { DISPOSITIONS } from '../../../server/core/decisions/decision.ts';
import { PAYOUT_STATUSES } from '../../../server/core/payouts/payout.ts';
import { renderAdmin } from '../render.tsx';

afterEach(cleanup);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('chips', () => {
  it('know every value of the domain, in both languages', () => {
    expect([...DISPOSITION_ORDER].toSorted()).toEqual([...DISPOSITIONS].toSorted());
    expect([...PAYOUT_STATUS_ORDER].toSorted()).toEqual([...PAYOUT_STATUSES].toSorted());
  });

  it('say a word beside the icon, which is not read out', () => {
    const { container } = renderAdmin(
      <>
        <DispositionChip value="referred" />
        <PayoutStatusChip value="unknown" />
      </>,
    );
    expect(screen.getByText('To a person')).toBeTruthy();
    expect(screen.getByText('Not known')).toBeTruthy();
    expect([...container.querySelectorAll('svg')].every((icon) => icon.getAttribute('aria-hidden') === 'true')).toBe(
      true,
    );
  });
});

describe.each([
  ['light', LIGHT_PALETTE],
  ['dark', DARK_PALETTE],
] as const)('the tones in %s', (_mode, palette) => {
  const paper = palette.background?.paper ?? '';

  it('are read at 7:1, and outlined at 3:1 on paper', () => {
    for (const tone of TONES) {
      const colours = palette.tone?.[tone];
      expect(contrast(colours?.fg ?? '', colours?.bg ?? ''), tone).toBeGreaterThanOrEqual(7);
      expect(contrast(colours?.line ?? '', paper), tone).toBeGreaterThanOrEqual(3);
    }
  });

  it('leave no text under 4.5:1, not even the disabled on the raised ground', () => {
    const text = palette.text ?? {};
    for (const colour of [text.primary, text.secondary, text.disabled]) {
      for (const ground of [palette.background?.default, paper, palette.raised]) {
        expect(contrast(String(colour), String(ground))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('draw series at 3:1 or more on paper', () => {
    for (const colour of Object.values(palette.series ?? {}))
      expect(contrast(String(colour), paper)).toBeGreaterThanOrEqual(3);
  });
});
