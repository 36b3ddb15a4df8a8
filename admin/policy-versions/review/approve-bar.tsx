import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { DigestReply, PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { useMay, useSession } from '../../api/may.ts';
import { post } from '../../api/request.ts';
import { useRead } from '../../api/use-read.ts';
import { ActButton } from '../../common/act-button.tsx';
import { Digest, shortenId } from '../../common/refs.tsx';
import { StickyBar } from '../../common/sticky-bar.tsx';
import { useZone } from '../../common/use-zone.ts';
import { formatClock, formatInstant, nameZone } from '../../format/format-instant.ts';
import { refreshPolicies } from '../../policies/refresh-policies.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { versionPath } from '../draft/use-draft-state.ts';

/** How often the page asks whether what is read still stands. */
const ASK_EVERY_MS = 15_000;

export interface ApproveBarProps {
  readonly version: PolicyVersionView;
  /** Digest of what was read. */
  readonly digest: string;
  readonly onReload: () => Promise<void>;
}

/** Approve and Reject in reach of the thumb; shut as soon as what was read is not what stands. */
export function ApproveBar({ version, digest, onReload }: ApproveBarProps): ReactElement {
  const { room: words } = useWords();
  const locale = useStaffLocale();
  const [zone] = useZone();
  const may = useMay();
  const session = useSession();
  const asked = useRead<DigestReply>(`${versionPath(version.id)}/digest`, { everyMs: ASK_EVERY_MS });
  const now = asked.data;
  const moved = now !== undefined && now.digest !== digest;
  const isAuthor = version.authors.some(({ id }) => id === `user/${session?.user.id ?? ''}`);
  const mayApprove = may('approve', 'policy', version.policy);
  const state = moved ? 'moved' : isAuthor ? 'author' : mayApprove ? 'open' : 'cannot';
  return (
    <StickyBar label={words.bar}>
      <Box
        role="status"
        aria-live="polite"
        sx={{ flex: { xs: '1 1 100%', sm: '1 1 240px' }, minWidth: 0, fontSize: '0.875rem' }}
      >
        {state === 'moved' && now !== undefined ? (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" onClick={() => void onReload()}>
                {words.show}
              </Button>
            }
          >
            {now.status === 'submitted'
              ? words.moved(now.changedBy.name, formatInstant(now.changedAt, locale, zone))
              : words.gone}
          </Alert>
        ) : null}
        {state === 'author' ? words.author : state === 'cannot' ? words.cannot : null}
        {state === 'moved' ? null : (
          <Typography
            variant="caption"
            component="div"
            sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}
          >
            {words.digest} <Digest value={digest} name={words.digest} />{' '}
            {asked.dataUpdatedAt === 0
              ? null
              : words.checked(
                  `${formatClock(asked.dataUpdatedAt, zone)} ${nameZone(new Date(asked.dataUpdatedAt), zone)}`,
                )}
          </Typography>
        )}
      </Box>
      {state === 'open' ? <Verdicts version={version} digest={digest} /> : null}
    </StickyBar>
  );
}

function Verdicts({ version, digest }: { readonly version: PolicyVersionView; readonly digest: string }): ReactElement {
  const { room: words } = useWords();
  const locale = useStaffLocale();
  const [zone] = useZone();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const act = async (verb: 'approve' | 'reject', body: Readonly<Record<string, string>>): Promise<void> => {
    await post(`${versionPath(version.id)}/${verb}`, { digest, ...body });
    await refreshPolicies(client);
  };
  const at = version.submission?.effectiveAt ?? null;
  const { total } = version.gate.flips;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        ml: 'auto',
        width: { xs: '100%', sm: 'auto' },
        '& > .MuiButton-root': { flex: 1 },
      }}
    >
      <ActButton
        label={words.reject}
        shortcut="x"
        title={words.rejectTitle}
        verb={words.rejectVerb}
        tone="error"
        reason="required"
        consequence={words.rejectConsequence}
        run={async (reason) => act('reject', { reason })}
      />
      <ActButton
        label={words.approve}
        shortcut="e"
        title={words.approveTitle}
        verb={words.approveVerb}
        variant="contained"
        run={async () => act('approve', note.trim() === '' ? {} : { note: note.trim() })}
        consequence={words.approveConsequence(
          at === null ? words.onApprovalWord : formatInstant(at, locale, zone),
          total === 0 ? words.flipsNone : words.flipsSome(total),
          shortenId(digest, 4),
        )}
      >
        <TextField
          fullWidth
          label={words.note}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </ActButton>
    </Box>
  );
}
