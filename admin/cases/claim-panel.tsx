import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../server/contract/http/case-view.ts';
import { FactsList } from '../common/facts-list.tsx';
import { Panel } from '../common/panel.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';

/** What the customer asked for, without their words, which are kept apart. */
export function ClaimPanel({ kase }: { readonly kase: CaseView }): ReactElement {
  const t = useTranslate();
  const { claim, subject } = kase;
  const caseLink = (id: string | null): ReactElement | null =>
    id === null ? null : <IdLink to={`/cases/${encodeURIComponent(id)}/show`} id={id} />;
  return (
    <Panel title={t('case.claim')}>
      <FactsList
        rows={[
          [t('case.reason'), t(`claimReason.${claim.reason}`)],
          [
            t('case.issue'),
            claim.reason === 'poor_quality' || claim.issue !== 'other' ? t(`claimIssue.${claim.issue}`) : null,
          ],
          [t('case.asksFor'), t(`requestedRemedy.${claim.remedy}`)],
          [
            t('case.subject'),
            <span key="subject">
              {t(`subjectType.${subject.type}`)} <Id value={subject.id} keep={10} />
            </span>,
          ],
          [
            t('case.customer'),
            <IdLink
              key="customer"
              to={`/cases?filter=${encodeURIComponent(JSON.stringify({ program: kase.program, customerId: kase.customerId }))}`}
            >
              <Id value={kase.customerId} keep={10} />
            </IdLink>,
          ],
          [t('case.channel'), claim.automatic ? t('case.automatic') : t(`channel.${claim.channel}`)],
          [t('case.sent'), <Instant key="sent" at={claim.sentAt} precision="second" />],
          [
            t('case.received'),
            claim.receivedAt === claim.sentAt ? null : (
              <Instant key="received" at={claim.receivedAt} precision="second" />
            ),
          ],
          [
            t('case.fields'),
            claim.fields.length === 0 ? null : claim.fields.map((field) => t(`claimField.${field}`)).join(', '),
          ],
          [
            t('case.evidence'),
            claim.evidence.length === 0
              ? t('common.none')
              : claim.evidence.map((kind) => t(`evidenceKind.${kind}`)).join(', '),
          ],
          [t('case.language'), claim.locale],
          [t('case.waitsIn'), kase.queue],
          [t('case.closure'), kase.closure === null ? null : t(`closure.${kase.closure}`)],
          [t('case.supersededBy'), caseLink(kase.supersededBy)],
          [t('case.duplicateOf'), caseLink(kase.duplicateOfCaseId)],
        ]}
      />
    </Panel>
  );
}
