import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { ScrollBox } from '../common/scroll-box.tsx';
import { AuditValue } from './audit-value.tsx';
import type { Change } from './list-changes.ts';

export interface AuditChangesProps {
  readonly changes: readonly Change[];
  /** Id of what names the table. */
  readonly labelledBy: string;
  /** Whether somebody only looked. */
  readonly isRead: boolean;
}

/** What an event changed, before and after; nothing where that is no matter of values, as of a withdrawal. */
export function AuditChanges({ changes, labelledBy, isRead }: AuditChangesProps): ReactElement | null {
  const t = useTranslate();
  if (changes.length === 0)
    return isRead ? (
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {t('audit.noChange')}
      </Typography>
    ) : null;
  return (
    <Box sx={{ mt: 3 }}>
      <ScrollBox labelledBy={labelledBy}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('audit.field')}</TableCell>
              <TableCell>{t('audit.before')}</TableCell>
              <TableCell>{t('audit.after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {changes.map((change) => (
              <ChangeRow key={change.name} change={change} />
            ))}
          </TableBody>
        </Table>
      </ScrollBox>
    </Box>
  );
}

function ChangeRow({ change: { name, before, after } }: { readonly change: Change }): ReactElement {
  const t = useTranslate();
  // Changes of a policy are named by kind and name: `parameter/cashRefundWindow`.
  const [, kind, rest] = /^(\w+)\/(.+)$/u.exec(name) ?? [];
  return (
    <TableRow sx={{ '& td, & th': { verticalAlign: 'top', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } }}>
      <TableCell component="th" scope="row" sx={{ minWidth: 150 }}>
        {kind === undefined || rest === undefined ? name : `${t(`audit.fieldKinds.${kind}`, { _: kind })}: ${rest}`}
      </TableCell>
      <TableCell sx={{ color: 'text.secondary', textDecoration: before === undefined ? 'none' : 'line-through' }}>
        <AuditValue name={name} value={before} />
      </TableCell>
      <TableCell sx={{ color: (theme) => theme.palette.tone.changed.fg, fontWeight: 600 }}>
        {after === undefined ? t('audit.removed') : <AuditValue name={name} value={after} />}
      </TableCell>
    </TableRow>
  );
}
