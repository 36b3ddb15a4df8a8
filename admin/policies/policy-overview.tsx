import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { PolicyVersionRow } from '../../server/contract/http/policy-version-view.ts';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useRead } from '../api/use-read.ts';
import { useZone } from '../common/use-zone.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { formatInstant } from '../format/format-instant.ts';
import { formatSpan } from '../format/format-span.ts';
import { EmergencyBand } from './emergency-band.tsx';
import { PolicyActs } from './policy-acts.tsx';
import { PolicyHealth } from './policy-health.tsx';
import { PolicyTiles } from './policy-tiles.tsx';
import { PolicyTimeline } from './policy-timeline.tsx';
import { useStaffLocale, useWords } from './use-words.ts';

/** Versions that are under way: what the tiles show beside the live one. */
function listPath(policy: string, statuses: readonly string[]): string {
  return `/api/policy-versions?filter=${encodeURIComponent(JSON.stringify({ policy, status: statuses }))}&range=${encodeURIComponent('[0,99]')}`;
}

/** The page of one policy: which version decides and until when, what is under way, the history, and what to look at. */
export function PolicyOverview({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { page: words } = useWords();
  const underWay = useRead<readonly PolicyVersionRow[]>(
    listPath(policy.id, ['draft', 'rejected', 'submitted', 'approved', 'scheduled']),
    { keep: true },
  );
  return (
    <>
      <PageHeading
        title={policy.isFloor ? words.floorTitle(policy.name) : words.title(policy.name)}
        actions={<PolicyActs policy={policy} />}
      >
        <Standing policy={policy} />
      </PageHeading>
      <EmergencyBand policy={policy} />
      <PolicyTiles policy={policy} underWay={underWay.data ?? []} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          mt: 3,
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,2fr) minmax(0,1fr)' },
          alignItems: 'start',
        }}
      >
        <PolicyTimeline policy={policy} />
        <PolicyHealth policy={policy} />
      </Box>
    </>
  );
}

/** In one line: what decides, what takes over, and which version counts for a claim; the floor is beside whichever does. */
function Standing({
  policy: { live, scheduled, versionBasis, isFloor },
}: {
  readonly policy: PolicyView;
}): ReactElement {
  const { page: words } = useWords();
  const locale = useStaffLocale();
  const [zone] = useZone();
  const at = (instant: string): string => formatInstant(instant, locale, zone);
  const wait = (instant: string): string =>
    words.inSpan(formatSpan(Math.max(Date.parse(instant) - Date.now(), 0), locale));
  return (
    <Typography component="p">
      {live === null ? words.noLive : words.decides(live.number, at(live.since))}{' '}
      {scheduled === null ? '' : words.takesOver(scheduled.number, at(scheduled.at), wait(scheduled.at))}{' '}
      {isFloor ? '' : words.basis[versionBasis]}
    </Typography>
  );
}
