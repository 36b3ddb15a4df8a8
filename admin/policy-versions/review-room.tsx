import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import { useRead } from '../api/use-read.ts';
import { useMay } from '../api/may.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Digest } from '../common/refs.tsx';
import { TextLink } from '../policies/text-link.tsx';
import { StateView } from '../common/state-view.tsx';
import { useZone } from '../common/use-zone.ts';
import { VersionStatusChip } from '../common/version-status-chip.tsx';
import { formatInstant } from '../format/format-instant.ts';
import { nameVersion } from '../policies/name-version.ts';
import { useStaffLocale, useWords } from '../policies/use-words.ts';
import { versionPath } from './draft/use-draft-state.ts';
import { ApproveBar } from './review/approve-bar.tsx';
import { RoomPanels } from './review/room-panels.tsx';
import { RoomSummary } from './review/room-summary.tsx';
import { WithdrawAct } from './review/withdraw-act.tsx';
import { StartFromVersion } from './start-from-version.tsx';

/** `/policy-versions/:id/show`: exactly what was submitted, for whoever approves it; on a phone too. */
export function ReviewRoom(): ReactElement {
  const { id = '' } = useParams();
  const words = useWords();
  const result = useRead<PolicyVersionView>(versionPath(id));
  return (
    <>
      {result.data === undefined ? (
        <PageHeading title={words.page.version(0).replace('0', id)} pageKey={`room/${id}`} />
      ) : null}
      <StateView result={result} rows={8}>
        {(version) => (
          <Room
            key={version.id}
            version={version}
            fresh={result.isFetchedAfterMount}
            onReload={async () => {
              await result.refetch();
            }}
          />
        )}
      </StateView>
    </>
  );
}

function Room({
  version,
  fresh,
  onReload,
}: {
  readonly version: PolicyVersionView;
  readonly fresh: boolean;
  readonly onReload: () => Promise<void>;
}): ReactElement {
  const catalogue = useWords();
  const { room: words } = catalogue;
  const may = useMay();
  const waiting = version.status === 'submitted';
  const what = nameVersion(version, catalogue).toLowerCase();
  // What was read when the page was opened; an approval names this digest and no other. What is shown from memory until
  // the answer comes has not been read yet.
  const [read, setRead] = useState<string | null>(null);
  useEffect(() => {
    if (fresh) setRead((known) => known ?? version.digest);
  }, [fresh, version.digest]);
  const reload = async (): Promise<void> => {
    await onReload();
    setRead(null);
  };
  return (
    <>
      <PageHeading
        title={waiting ? words.title(version.name, what) : words.titleOther(version.name, what)}
        pageKey={`room/${version.id}`}
        chip={<VersionStatusChip value={version.status} />}
        actions={
          <>
            {version.status === 'draft' || version.status === 'rejected' || may('edit', 'policy', version.policy) ? (
              <TextLink to={`/policy-versions/${version.id}`}>
                {version.status === 'draft' || version.status === 'rejected' ? words.edit : words.readWhole}
              </TextLink>
            ) : null}
            {waiting || version.status === 'scheduled' || version.status === 'approved' ? (
              <WithdrawAct version={version} />
            ) : null}
            <StartFromVersion version={version} />
          </>
        }
      >
        <RoomSummary version={version} />
      </PageHeading>
      <Notes version={version} />
      <RoomPanels version={version} />
      {waiting ? (
        <ApproveBar version={version} digest={read ?? version.digest} onReload={reload} />
      ) : (
        <Box sx={{ mt: 2, fontSize: '0.875rem' }}>
          {words.digest} <Digest value={version.contentDigest} name={words.digest} />
        </Box>
      )}
    </>
  );
}

/** What else an approver has to know: an approval or rejection that stands, and what live would lose. */
function Notes({ version }: { readonly version: PolicyVersionView }): ReactElement {
  const { room: words } = useWords();
  const locale = useStaffLocale();
  const [zone] = useZone();
  const { approval, rejection, closing, takesBack, status } = version;
  const isOver = status === 'withdrawn' || status === 'discarded';
  const note = (severity: 'info' | 'warning', children: ReactNode): ReactElement => (
    <Alert severity={severity} variant="outlined" sx={{ mb: 2 }}>
      {children}
    </Alert>
  );
  return (
    <>
      {isOver && closing !== null
        ? note(
            'warning',
            <>
              {words.closed[status](closing.by.name, formatInstant(closing.at, locale, zone))}
              {closing.reason === null ? null : ` “${closing.reason}”`}{' '}
              {approval === null ? null : words.approvalVoid(approval.by.name)}
            </>,
          )
        : null}
      {approval === null || isOver
        ? null
        : note(
            'info',
            <>
              {words.approved(approval.by.name, formatInstant(approval.at, locale, zone))}
              {approval.note === null ? null : ` “${approval.note}”`}
            </>,
          )}
      {rejection === null ? null : note('warning', words.rejected(rejection.by.name, rejection.reason))}
      {takesBack === null || takesBack.items.length === 0 || status !== 'submitted'
        ? null
        : note(
            'warning',
            <>
              {words.takesBack}
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                {takesBack.items.map((item) => (
                  <li key={`${item.kind}/${item.name}`}>{item.sentence[locale]}</li>
                ))}
              </Box>
            </>,
          )}
    </>
  );
}
