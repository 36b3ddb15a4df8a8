import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { TraceView } from '../../server/contract/http/trace-view.ts';
import { Panel } from '../common/panel.tsx';
import { listTraceItems, selectDeciding } from '../trace/trace-item.ts';
import { TraceTree } from '../trace/trace-tree.tsx';

type Candidate = TraceView['candidates'][number];

/** The rules that explain the outcome, or all of them; the statutory floor beneath; both versions where two were compared. */
export function WhyPanel({ trace }: { readonly trace: TraceView }): ReactElement {
  const t = useTranslate();
  const id = useId();
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState(trace.decisive);
  const candidate = trace.candidates[shown];
  const two = trace.candidates.length > 1;
  return (
    <Box id="why" sx={{ minWidth: 0, scrollMarginTop: 64 }}>
      <Panel
        flush
        title={t('decision.why')}
        actions={
          <ToggleButtonGroup
            size="small"
            exclusive
            value={all ? 'all' : 'deciding'}
            onChange={(_event, value: string | null) => value !== null && setAll(value === 'all')}
            aria-label={t('decision.why')}
          >
            <ToggleButton value="deciding" sx={{ py: 0.25, textTransform: 'none' }}>
              {t('decision.deciding')}
            </ToggleButton>
            <ToggleButton value="all" sx={{ py: 0.25, textTransform: 'none' }}>
              {t('decision.allRules', { count: candidate?.policy.rules.length ?? 0 })}
            </ToggleButton>
          </ToggleButtonGroup>
        }
      >
        {two ? (
          <Tabs
            value={shown}
            onChange={(_event, value: number) => setShown(value)}
            aria-label={t('decision.version')}
            sx={{ px: 1, borderBottom: 1, borderColor: 'divider' }}
          >
            {trace.candidates.map(({ basis, policy }, index) => (
              <Tab
                key={basis}
                value={index}
                id={`${id}-tab-${index}`}
                aria-controls={shown === index ? `${id}-panel` : undefined}
                sx={{ textTransform: 'none' }}
                label={tabLabel(trace, basis, policy.version.number, index, t)}
              />
            ))}
          </Tabs>
        ) : null}
        <div {...(two ? { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': `${id}-tab-${shown}` } : {})}>
          {candidate === undefined ? null : (
            <CandidateRules
              key={`${shown}-${all}`}
              candidate={candidate}
              all={all}
              nearMissRule={trace.nearMiss?.rule ?? null}
            />
          )}
        </div>
      </Panel>
    </Box>
  );
}

function tabLabel(
  trace: TraceView,
  basis: Candidate['basis'],
  number: number,
  index: number,
  t: (key: string) => string,
): string {
  const name = `${t(`decision.basis.${basis}`)} · v${number}`;
  return index === trace.decisive ? `${name} · ${t('decision.counts')}` : name;
}

function CandidateRules({
  candidate,
  all,
  nearMissRule,
}: {
  readonly candidate: Candidate;
  readonly all: boolean;
  readonly nearMissRule: string | null;
}): ReactElement {
  const t = useTranslate();
  const { policy, floor, decidedBy } = candidate;
  const rules = listTraceItems(policy.rules, nearMissRule, decidedBy === 'policy');
  const floorRules = floor === null ? [] : listTraceItems(floor.rules, nearMissRule, decidedBy === 'floor');
  return (
    <>
      <TraceTree
        items={all ? rules : selectDeciding(rules)}
        label={t('trace.tree')}
        policy={policy.version.policy}
        version={policy.version.number}
      />
      <Typography variant="h3" sx={{ px: 2, pt: 2, pb: 1, borderTop: 1, borderColor: 'divider' }}>
        {t('decision.floorHeading')}
      </Typography>
      {floor === null ? (
        <Typography variant="body2" sx={{ px: 2, pb: 2, color: 'text.secondary' }}>
          {t('decision.noFloor')}
        </Typography>
      ) : (
        <TraceTree
          items={floorRules}
          label={t('decision.floorHeading')}
          policy={floor.version.policy}
          version={floor.version.number}
        />
      )}
    </>
  );
}
