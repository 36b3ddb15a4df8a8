import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { visuallyHidden } from '@mui/utils';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { WalletView } from '../../server/contract/http/wallet-view.ts';
import { useMay } from '../api/may.ts';
import { splitWalletKey } from '../api/data-provider.ts';
import { useRead } from '../api/use-read.ts';
import { useProgramName } from '../common/use-programs.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { StateView } from '../common/state-view.tsx';
import { formatCount } from '../format/format-money.ts';
import { LotBar } from './lot-bar.tsx';

type Lot = WalletView['lots'][number];

/** One wallet: what can be spent, and the lots that it comes from. */
export function WalletPage(): ReactElement {
  const t = useTranslate();
  const { id = '' } = useParams();
  const { program, walletId } = splitWalletKey(id);
  const programName = useProgramName();
  const wallet = useRead<WalletView>(`/api/wallets/${encodeURIComponent(program)}/${encodeURIComponent(walletId)}`);
  return (
    <>
      <PageHeading title={`${t('wallet.heading', { id: walletId })} · ${programName(program)}`}>
        {wallet.data === undefined
          ? null
          : t('wallet.line', {
              spend: t('common.credits', { smart_count: wallet.data.balance, count: formatCount(wallet.data.balance) }),
              held: formatCount(wallet.data.held),
            })}
      </PageHeading>
      <StateView result={wallet} rows={6}>
        {(data) => <Loaded wallet={data} />}
      </StateView>
    </>
  );
}

function Loaded({ wallet }: { readonly wallet: WalletView }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const { program, walletId, customerId, lots } = wallet;
  const filterOf = (filter: object): string => encodeURIComponent(JSON.stringify({ program, ...filter }));
  return (
    <>
      <Panel flush title={t('wallet.lots')}>
        <LotTable lots={lots} />
        <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
          {t('wallet.rule')}
        </Typography>
      </Panel>
      <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <span>
          {t('wallet.customer')}: <Id value={customerId} keep={12} />
        </span>
        {may('read', 'entry', program) ? (
          <IdLink to={`/ledger-entries?filter=${filterOf({ walletId })}`}>{t('wallet.consumption')} →</IdLink>
        ) : null}
        {may('read', 'case', program) ? (
          <IdLink to={`/cases?filter=${filterOf({ customerId })}`}>{t('wallet.cases')} →</IdLink>
        ) : null}
      </Box>
    </>
  );
}

function LotTable({ lots }: { readonly lots: readonly Lot[] }): ReactElement {
  const t = useTranslate();
  const promised = lots.some((lot) => lot.creditsRestoring > 0 || lot.creditsForfeiting > 0);
  return (
    <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('wallet.lot')}</TableCell>
          <TableCell>{t('wallet.from')}</TableCell>
          <TableCell>{t('wallet.cashable')}</TableCell>
          <TableCell align="right">{t('wallet.left')}</TableCell>
          <TableCell align="right">{t('wallet.heldOf')}</TableCell>
          <TableCell align="right">{t('wallet.total')}</TableCell>
          {promised ? (
            <>
              <TableCell align="right">{t('wallet.promised')}</TableCell>
              <TableCell align="right">{t('wallet.forfeiting')}</TableCell>
            </>
          ) : null}
          <TableCell>
            <Box component="span" sx={visuallyHidden}>
              {t('wallet.left')}
            </Box>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lots.map((lot) => (
          <TableRow key={lot.lotId}>
            <TableCell component="th" scope="row">
              <Id value={lot.lotId} keep={10} />
            </TableCell>
            <TableCell>{t(`lotSource.${lot.source}`)}</TableCell>
            <TableCell>{t(lot.cashable ? 'wallet.yes' : 'wallet.never')}</TableCell>
            <TableCell align="right" className="num">
              {formatCount(lot.creditsRemaining)}
            </TableCell>
            <TableCell align="right" className="num">
              {formatCount(lot.creditsHeld)}
            </TableCell>
            <TableCell align="right" className="num">
              {formatCount(lot.creditsTotal)}
            </TableCell>
            {promised ? (
              <>
                <TableCell align="right">{formatCount(lot.creditsRestoring)}</TableCell>
                <TableCell align="right">{formatCount(lot.creditsForfeiting)}</TableCell>
              </>
            ) : null}
            <TableCell>
              <LotBar lot={lot} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
