import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useLocaleState, useTranslate } from 'react-admin';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { useRead } from '../api/use-read.ts';
import { DispositionChip } from '../common/disposition-chip.tsx';
import { PageHeading } from '../common/page-heading.tsx';
import { useNeighbourKeys } from '../common/page-memory.ts';
import { IdLink } from '../common/refs.tsx';
import { StateView } from '../common/state-view.tsx';
import { DecisionBody } from './decision-body.tsx';
import { useTrace } from './use-trace.ts';
import { NearMissLine } from './near-miss-line.tsx';
import { wordVerdict } from './word-verdict.ts';

const pathOf = (id: string): string => `/decisions/${encodeURIComponent(id)}/show`;

/** One decision: the verdict is the heading, the margin the next line, the rule that decided the third thing. */
export function DecisionPage(): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const { id = '' } = useParams();
  useNeighbourKeys('decisions', id, pathOf);
  const decision = useRead<DecisionView>(`/api/decisions/${encodeURIComponent(id)}`);
  const trace = useTrace(id);
  if (decision.data === undefined) {
    return (
      <>
        <PageHeading title={t('decision.one')} />
        <StateView result={decision} rows={8}>
          {() => null}
        </StateView>
      </>
    );
  }
  const { data } = decision;
  return (
    <>
      <PageHeading
        title={wordVerdict(data, t, locale)}
        chip={<DispositionChip value={data.disposition} />}
        actions={<IdLink to={`/cases/${encodeURIComponent(data.caseId)}/show`}>{t('decision.openCase')} →</IdLink>}
      >
        <NearMissLine trace={trace.data} />
      </PageHeading>
      <DecisionBody decision={data} trace={trace} />
    </>
  );
}
