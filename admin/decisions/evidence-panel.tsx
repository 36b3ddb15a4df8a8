import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { useMay } from '../api/may.ts';
import { ClauseRef } from '../common/clause-ref.tsx';
import { FactsList } from '../common/facts-list.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { Panel } from '../common/panel.tsx';
import { Digest, Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { ReplayButton } from './replay-button.tsx';

/** What a decision rests on: versions, digests, clauses; and the proof, by running it again. */
export function EvidencePanel({ decision }: { readonly decision: DecisionView }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const programName = useProgramName();
  const { policyVersion, floorVersion, clauseIds, missing } = decision;
  const version = (policy: string, number: number): ReactElement => (
    <IdLink to={`/policies/${policy}/show`}>{t('decision.versionN', { policy: programName(policy), number })}</IdLink>
  );
  return (
    <Panel title={t('decision.evidence')}>
      <FactsList
        rows={[
          [t('decision.policy'), version(policyVersion.policy, policyVersion.number)],
          [
            t('decision.floor'),
            floorVersion === null ? t('decision.noFloor') : version(floorVersion.policy, floorVersion.number),
          ],
          [t('decision.decidedAt'), <Instant key="at" at={decision.decidedAt} precision="ms" />],
          [
            t('decision.clauses'),
            clauseIds.length === 0
              ? null
              : clauseIds.map((id) => (
                  <span key={id}>
                    <ClauseRef id={id} />{' '}
                  </span>
                )),
          ],
          [t('decision.missing'), missing.length === 0 ? null : missing.join(', ')],
          [t('decision.record'), <Digest key="record" value={decision.recordDigest} name={t('decision.record')} />],
          [
            t('decision.versionDigest'),
            <Digest key="version" value={policyVersion.digest} name={t('decision.versionDigest')} />,
          ],
          [t('decision.id'), <Id key="id" value={decision.id} />],
        ]}
      />
      {may('replay', 'decision', decision.program) ? <ReplayButton decisionId={decision.id} /> : null}
    </Panel>
  );
}
