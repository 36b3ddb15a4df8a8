import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import { useRead } from '../api/use-read.ts';
import { FactsList } from '../common/facts-list.tsx';
import { PageHeading } from '../common/page-heading.tsx';
import { useNeighbourKeys } from '../common/page-memory.ts';
import { Panel } from '../common/panel.tsx';
import { PayoutStatusChip } from '../common/payout-status-chip.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { StateView } from '../common/state-view.tsx';
import { Instant } from '../common/values.tsx';
import { formatMoney } from '../format/format-money.ts';
import { PayoutSteps } from './payout-steps.tsx';
import { ProgramName } from '../common/program-name.tsx';

const pathOf = (id: string): string => `/payouts/${encodeURIComponent(id)}/show`;

/** One payout: how far it is, and what that means. */
export function PayoutPage(): ReactElement {
  const t = useTranslate();
  const { id = '' } = useParams();
  useNeighbourKeys('payouts', id, pathOf);
  const payout = useRead<PayoutView>(`/api/payouts/${encodeURIComponent(id)}`, { everyMs: 15_000 });
  const { data } = payout;
  const title =
    data === undefined
      ? t('payout.one')
      : t('payout.heading', { amount: formatMoney(data.amountMinor, data.currency), provider: data.provider });
  return (
    <>
      <PageHeading title={title} chip={data === undefined ? undefined : <PayoutStatusChip value={data.status} />} />
      <StateView result={payout} rows={6}>
        {(loaded) => <Loaded payout={loaded} />}
      </StateView>
    </>
  );
}

function Loaded({ payout }: { readonly payout: PayoutView }): ReactElement {
  const t = useTranslate();
  const link = (path: string, id: string): ReactElement => (
    <IdLink to={`/${path}/${encodeURIComponent(id)}/show`} id={id} />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 900 }}>
      <Panel title={t('payout.steps')}>
        <PayoutSteps status={payout.status} />
        <Typography sx={{ mt: 1.5 }}>{t(`payout.explain.${payout.status}`)}</Typography>
      </Panel>
      <Panel title={t('common.details')}>
        <FactsList
          rows={[
            [t('payout.created'), <Instant key="created" at={payout.createdAt} precision="second" />],
            [
              t('payout.submitted'),
              payout.submittedAt === null ? null : (
                <Instant key="submitted" at={payout.submittedAt} precision="second" />
              ),
            ],
            [
              t('payout.settled'),
              payout.settledAt === null ? null : <Instant key="settled" at={payout.settledAt} precision="second" />,
            ],
            [t('payout.updated'), <Instant key="updated" at={payout.updatedAt} precision="second" />],
            [t('payout.attempts'), t('payout.times', { smart_count: payout.attempts })],
            [t('payout.failure'), payout.failureCode],
            [t('payout.providerRefund'), payout.providerRefundId],
            [t('payout.case'), link('cases', payout.caseId)],
            [t('payout.decision'), link('decisions', payout.decisionId)],
            [t('payout.order'), <Id key="order" value={payout.orderId} keep={14} />],
            [t('payout.customer'), <Id key="customer" value={payout.customerId} keep={14} />],
            [t('common.program'), <ProgramName key="program" id={payout.program} />],
            [t('payout.id'), <Id key="id" value={payout.id} keep={30} />],
          ]}
        />
      </Panel>
    </Box>
  );
}
