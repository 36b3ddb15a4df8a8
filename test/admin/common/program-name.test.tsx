// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProgramName } from '../../../admin/common/program-name.tsx';
import { ReferralsPanel } from '../../../admin/overview/referrals-panel.tsx';
import type { OverviewView } from '../../../server/contract/http/overview-view.ts';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const POLICIES = [
  { id: 'jimeng', name: 'JiMeng Video Studio', isFloor: false },
  { id: 'statutory-floor', name: 'Statutory floor', isFloor: true },
];

beforeEach(() => {
  becomeUser();
  stubApi({ 'GET /api/policies': POLICIES });
});

describe('a program', () => {
  it('is called by its name, the floor in the language of the reader', async () => {
    renderAdmin(
      <>
        <ProgramName id="jimeng" /> <ProgramName id="statutory-floor" /> <ProgramName id="unheard-of" />{' '}
        <ProgramName id={null} />
      </>,
      { locale: 'zh' },
    );
    expect(await screen.findByText('JiMeng Video Studio')).toBeTruthy();
    expect(document.body.textContent).toBe('JiMeng Video Studio 法定底线 unheard-of –');
  });

  it('is named where the overview says why cases went to a person', async () => {
    const row = { program: 'jimeng', reasonCode: 'FACTS_MISSING', count: 3, unsetParameters: [] };
    renderAdmin(<ReferralsPanel overview={{ referralsByReason: [row] } as unknown as OverviewView} />);
    expect(await screen.findByText('JiMeng Video Studio')).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'JiMeng Video Studio: facts are missing' })).toBeTruthy();
  });
});
