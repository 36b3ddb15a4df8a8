import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useLocaleState, useTranslate } from 'react-admin';
import type { CaseView } from '../../server/contract/http/case-view.ts';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { useRead } from '../api/use-read.ts';
import { DispositionChip } from '../common/disposition-chip.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { useNeighbourKeys } from '../common/page-memory.ts';
import { CopyButton, IdLink, shortenId } from '../common/refs.tsx';
import { StateView } from '../common/state-view.tsx';
import { DecisionBody } from '../decisions/decision-body.tsx';
import { NearMissLine } from '../decisions/near-miss-line.tsx';
import { useTrace } from '../decisions/use-trace.ts';
import { wordVerdict } from '../decisions/word-verdict.ts';
import { CaseTimeline } from './case-timeline.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { EffectsPanel } from './effects-panel.tsx';

const pathOf = (id: string): string => `/cases/${encodeURIComponent(id)}/show`;

/** One case: what was claimed, what happened, what was decided and why. */
export function CasePage(): ReactElement {
  const t = useTranslate();
  const { id = '' } = useParams();
  useNeighbourKeys('cases', id, pathOf);
  const kase = useRead<CaseView>(`/api/cases/${encodeURIComponent(id)}`);
  if (kase.data === undefined) {
    return (
      <>
        <PageHeading title={t('case.one')} />
        <StateView result={kase} rows={8}>
          {() => null}
        </StateView>
      </>
    );
  }
  return <Loaded kase={kase.data} />;
}

function Loaded({ kase }: { readonly kase: CaseView }): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const decision = useRead<DecisionView>(`/api/decisions/${encodeURIComponent(kase.decisionId)}`);
  const trace = useTrace(kase.decisionId);
  const programName = useProgramName();
  const subject = `${t(`subjectType.${kase.subject.type}`).toLowerCase()} ${kase.subject.id}`;
  return (
    <>
      <PageHeading
        title={t('case.heading', { id: shortenId(kase.id), subject: `${programName(kase.program)} · ${subject}` })}
        chip={
          <>
            <DispositionChip value={kase.disposition} /> <span>{t(`caseStatus.${kase.status}`)}</span>
            <CopyButton text={kase.id} label={t('case.id')} />
          </>
        }
      >
        {decision.data === undefined ? null : (
          <>
            {wordVerdict(decision.data, t, locale)}.{' '}
            <IdLink to={`/decisions/${encodeURIComponent(kase.decisionId)}/show`}>{t('case.decision')} →</IdLink>
          </>
        )}
      </PageHeading>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 420px' },
          alignItems: 'start',
        }}
      >
        <CaseTimeline caseId={kase.id} />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <ClaimPanel kase={kase} />
          <EffectsPanel kase={kase} />
        </Box>
      </Box>
      <StateView result={decision} rows={6}>
        {(data) => (
          <Box component="section" aria-labelledby="case-verdict" sx={{ mt: 4 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
              <Typography id="case-verdict" variant="h2">
                {wordVerdict(data, t, locale)}
              </Typography>
              <DispositionChip value={data.disposition} size="small" />
            </Box>
            <Box sx={{ color: 'text.secondary', mb: 2 }}>
              <NearMissLine trace={trace.data} />
            </Box>
            <DecisionBody decision={data} trace={trace} />
          </Box>
        )}
      </StateView>
    </>
  );
}
