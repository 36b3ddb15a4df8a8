import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import type { TraceView } from '../../server/contract/http/trace-view.ts';
import { Panel } from '../common/panel.tsx';
import { StateView } from '../common/state-view.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

export interface DecisionBodyProps {
  readonly decision: DecisionView;
  readonly trace: UseQueryResult<TraceView>;
}

/** Why a decision came out as it did, what it rests on, and what the customer reads. */
export function DecisionBody({ decision, trace }: DecisionBodyProps): ReactElement {
  const t = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        alignItems: 'start',
      }}
    >
      <StateView result={trace} rows={10}>
        {(data) => <WhyPanel trace={data} />}
      </StateView>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <EvidencePanel decision={decision} />
        <Panel title={t('decision.message')}>
          <Typography variant="body2" lang={decision.message.locale}>
            {decision.message.customer === '' ? t('common.none') : decision.message.customer}
          </Typography>
          <Typography
            variant="caption"
            component="p"
            sx={{ mt: 1.5, color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {t('decision.internal')}: <span lang="en">{decision.message.internal}</span>
          </Typography>
        </Panel>
      </Box>
    </Box>
  );
}
