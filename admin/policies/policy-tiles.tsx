import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import type { PolicyVersionRow } from '../../server/contract/http/policy-version-view.ts';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { TextLink } from './text-link.tsx';
import { VersionStatusChip } from '../common/version-status-chip.tsx';
import type { VersionStatus } from '../common/version-status-chip.tsx';
import { WithdrawAct } from '../policy-versions/review/withdraw-act.tsx';
import { nameVersion } from './name-version.ts';
import { useWords } from './use-words.ts';

export interface PolicyTilesProps {
  readonly policy: PolicyView;
  readonly underWay: readonly PolicyVersionRow[];
}

/** Live, scheduled, waiting, drafts: four tiles, each with what can be opened. */
export function PolicyTiles({ policy, underWay }: PolicyTilesProps): ReactElement {
  const catalogue = useWords();
  const { page: words } = catalogue;
  const { live } = policy;
  const pick = (...statuses: VersionStatus[]): readonly PolicyVersionRow[] =>
    underWay.filter(({ status }) => statuses.includes(status));
  const [scheduled, waiting, drafts] = [pick('scheduled', 'approved'), pick('submitted'), pick('draft', 'rejected')];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))', lg: 'repeat(4, minmax(0,1fr))' },
      }}
    >
      <Tile status="live" name={live === null ? words.live : `v${live.number}`}>
        {live === null ? (
          words.noLive
        ) : (
          <>
            <div>{words.rulesAndParameters(policy.rules, policy.parameters)}</div>
            <div>
              {words.unset(policy.unset.length)} ·{' '}
              <TextLink to={`/policy-versions/${live.id}/show`}>{words.open}</TextLink>
            </div>
          </>
        )}
      </Tile>
      <Tile status="scheduled" name={String(scheduled.length)}>
        {scheduled.length === 0
          ? words.nothingScheduled
          : scheduled.map((version) => (
              <VersionLine key={version.id} version={version} to={`/policy-versions/${version.id}/show`}>
                <WithdrawAct version={{ ...version, live }} />
              </VersionLine>
            ))}
      </Tile>
      <Tile status="submitted" name={String(waiting.length)}>
        {waiting.length === 0
          ? words.nothingWaiting
          : waiting.map((version) => (
              <VersionLine key={version.id} version={version} to={`/policy-versions/${version.id}/show`}>
                <WithdrawAct version={{ ...version, live }} />
              </VersionLine>
            ))}
      </Tile>
      <Tile status="draft" name={String(drafts.length)}>
        {drafts.length === 0
          ? words.noDraft(live?.number ?? null)
          : drafts.map((version) => (
              <VersionLine key={version.id} version={version} to={`/policy-versions/${version.id}`}>
                {version.status === 'rejected' ? <VersionStatusChip value="rejected" size="small" /> : null}
                {version.behindLive ? (
                  <Box component="span" sx={{ color: 'tone.assumed.fg' }}>
                    {words.behind}
                  </Box>
                ) : null}
              </VersionLine>
            ))}
      </Tile>
    </Box>
  );
}

function Tile({
  status,
  name,
  children,
}: {
  readonly status: VersionStatus;
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Paper component="section" variant="outlined" sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1, fontSize: '1rem' }}>
        <VersionStatusChip value={status} size="small" /> <span className="num">{name}</span>
      </Typography>
      <Typography variant="body2" component="div" sx={{ display: 'grid', gap: 0.75 }}>
        {children}
      </Typography>
    </Paper>
  );
}

function VersionLine({
  version,
  to,
  children,
}: {
  readonly version: PolicyVersionRow;
  readonly to: string;
  readonly children?: ReactNode;
}): ReactElement {
  const catalogue = useWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextLink to={to}>{nameVersion(version, catalogue)}</TextLink>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {version.savedBy.name}
      </Box>
      {children}
    </Box>
  );
}
