import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { Panel } from '../common/panel.tsx';
import { IdLink } from '../common/refs.tsx';

const STEPS = [
  ['overview.stepDecision', 'overview.stepDecisionDetail', '/decisions'],
  ['overview.stepChange', 'overview.stepChangeDetail', '/policies'],
  ['overview.stepApprove', 'overview.stepApproveDetail', '/policies'],
] as const;

/** The first day: what to do instead of empty charts. */
export function FirstSteps(): ReactElement {
  const t = useTranslate();
  return (
    <Panel title={t('overview.steps')}>
      <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 1 }}>
        {STEPS.map(([title, detail, path]) => (
          <li key={title}>
            <IdLink to={path}>{t(title)}</IdLink>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t(detail)}</Box>
          </li>
        ))}
      </Box>
    </Panel>
  );
}
