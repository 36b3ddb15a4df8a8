import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryView } from '../../server/contract/http/entry-view.ts';
import { walletKey } from '../api/data-provider.ts';
import { useMay } from '../api/may.ts';
import { FactsList } from '../common/facts-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { formatCommodity } from '../format/format-money.ts';
import { sumPostings } from './select-moved.ts';
import { ProgramName } from '../common/program-name.tsx';

/** One entry beside the list: what caused it, its postings, and that they sum to zero. */
export function EntryDrawer({
  entry,
  onClose,
}: {
  readonly entry: EntryView | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTranslate();
  const id = useId();
  return (
    <Drawer
      anchor="right"
      open={entry !== null}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': id,
          sx: { width: { xs: '100%', sm: 560 }, p: 3 },
        },
      }}
    >
      {entry === null ? null : (
        <>
          <Typography id={id} variant="h2" sx={{ mb: 2 }}>
            {t(`entryKind.${entry.kind}`)}
          </Typography>
          <EntryFacts entry={entry} />
          <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
            {t('entry.postings')}
          </Typography>
          <Box sx={{ overflowX: 'auto' }}>
            <Postings postings={entry.postings} />
          </Box>
          <Box sx={{ mt: 3 }}>
            <Button variant="outlined" autoFocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Box>
        </>
      )}
    </Drawer>
  );
}

function EntryFacts({ entry }: { readonly entry: EntryView }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const { program, walletId, caseId, decisionId, payoutId } = entry;
  const to = (path: string, id: string | null): ReactElement | null =>
    id === null ? null : <IdLink to={`/${path}/${encodeURIComponent(id)}/show`} id={id} />;
  return (
    <FactsList
      rows={[
        [t('entry.recorded'), <Instant key="recorded" at={entry.recordedAt} precision="ms" />],
        [t('entry.occurred'), <Instant key="occurred" at={entry.occurredAt} precision="ms" />],
        [t('common.program'), <ProgramName key="program" id={program} />],
        [t('entry.decision'), to('decisions', decisionId)],
        [t('entry.case'), to('cases', caseId)],
        [t('entry.payout'), may('read', 'payout', program) ? to('payouts', payoutId) : payoutId],
        [
          t('entry.wallet'),
          walletId === null ? null : (
            <IdLink key="wallet" to={`/wallets/${encodeURIComponent(walletKey(program, walletId))}/show`}>
              <Id value={walletId} keep={10} />
            </IdLink>
          ),
        ],
        [t('entry.order'), entry.orderId],
        [t('entry.generation'), entry.generationId],
        [t('entry.customer'), <Id key="customer" value={entry.customerId} keep={10} />],
        [t('entry.reverses'), entry.reverses ?? t('entry.none')],
        [t('entry.key'), <Id key="key" value={entry.key} keep={20} />],
        [t('entry.id'), <Id key="id" value={entry.id} keep={13} />],
      ]}
    />
  );
}

function Postings({ postings }: { readonly postings: EntryView['postings'] }): ReactElement {
  const t = useTranslate();
  const commodities = [...new Set(postings.map(({ commodity }) => commodity))];
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('entry.account')}</TableCell>
          <TableCell>{t('entry.commodity')}</TableCell>
          <TableCell align="right">{t('entry.debit')}</TableCell>
          <TableCell align="right">{t('entry.credit')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {postings.map(({ account, commodity, amount }, index) => (
          <TableRow key={`${account}-${commodity}-${index}`}>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{account}</TableCell>
            <TableCell>{commodity}</TableCell>
            <TableCell align="right" className="num">
              {amount < 0 ? formatCommodity(-amount, commodity) : ''}
            </TableCell>
            <TableCell align="right" className="num">
              {amount > 0 ? formatCommodity(amount, commodity) : ''}
            </TableCell>
          </TableRow>
        ))}
        {commodities.map((commodity) => (
          <TableRow key={commodity}>
            <TableCell sx={{ fontWeight: 600 }}>{t('entry.sum')}</TableCell>
            <TableCell>{commodity}</TableCell>
            <TableCell colSpan={2} align="right" sx={{ fontWeight: 600 }}>
              {sumPostings(postings, commodity) === 0
                ? t('entry.balanced')
                : formatCommodity(sumPostings(postings, commodity), commodity)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
