import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Breadcrumbs from '@mui/material/Breadcrumbs';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { PageHeading } from '../common/page-heading.tsx';
import { TextLink } from '../policies/text-link.tsx';
import { Instant } from '../common/values.tsx';
import { VersionStatusChip } from '../common/version-status-chip.tsx';
import { nameVersion } from '../policies/name-version.ts';
import { useWords } from '../policies/use-words.ts';
import { useDraft } from './draft/use-draft.tsx';
import { useEdits } from './draft/use-edits.ts';
import { versionPath } from './draft/use-draft-state.ts';
import { GateMeter } from './gate-meter.tsx';
import { RebaseAct } from './merge/rebase-act.tsx';
import { StartFromVersion } from './start-from-version.tsx';
import { WithdrawAct } from './review/withdraw-act.tsx';

/** The h1 of the editor, where the draft stands, its gate, and what can be done with it as a whole. */
export function EditorHeader({ root }: { readonly root: string }): ReactElement {
  const catalogue = useWords();
  const { editor: words, page, list } = catalogue;
  const { version, dirty } = useDraft();
  const title = `${version.name} · ${nameVersion(version, catalogue).toLowerCase()}`;
  return (
    <>
      <Breadcrumbs aria-label={page.breadcrumb} sx={{ fontSize: '0.8125rem' }}>
        <TextLink to="/policies">{list.title}</TextLink>
        <TextLink to={`/policies/${version.policy}/show`}>{version.name}</TextLink>
      </Breadcrumbs>
      <PageHeading
        title={title}
        pageKey={`editor/${version.id}`}
        chip={<VersionStatusChip value={version.status} />}
        actions={<HeaderActs root={root} />}
      >
        <Typography variant="body2" component="div">
          {words.from(version.basedOn.number)} · {words.revisionShort(version.revision)}{' '}
          <Instant at={version.savedAt} precision="second" />, {page.by(version.savedBy.name)}
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2, fontSize: '0.875rem' }}>
        <Typography variant="h3" component="p">
          {words.gate}
        </Typography>
        <GateMeter gate={version.gate} root={root} stale={dirty} />
      </Box>
      <HeaderNotes />
    </>
  );
}

/** What can be done with the whole: discard, withdraw, on to the review. */
function HeaderActs({ root }: { readonly root: string }): ReactElement {
  const { editor: words } = useWords();
  const { version, editable, dirty } = useDraft();
  const edits = useEdits();
  const navigate = useNavigate();
  const discard = async (): Promise<void> => {
    await post(`${versionPath(version.id)}/discard`, {});
    void navigate(`/policies/${version.policy}/show`);
  };
  const underWay = version.status === 'submitted' || version.status === 'approved' || version.status === 'scheduled';
  if (!editable) {
    return (
      <>
        {underWay ? <WithdrawAct version={version} /> : null}
        <Button component={RouterLink} to={`${root}/show`}>
          {words.openReview}
        </Button>
        <StartFromVersion version={version} />
      </>
    );
  }
  return (
    <>
      <ActButton
        label={words.discard}
        title={words.discardTitle}
        verb={words.discardVerb}
        tone="error"
        consequence={words.discardConsequence(edits.length)}
        run={discard}
      />
      <Button variant="contained" component={RouterLink} to={`${root}/review`} disabled={dirty && edits.length === 0}>
        {words.review}
      </Button>
    </>
  );
}

/** What stands in the way: a rejection, that it is only read, that live has moved. */
function HeaderNotes(): ReactElement {
  const { editor: words, room } = useWords();
  const t = useTranslate();
  const { version, editable } = useDraft();
  return (
    <>
      {version.rejection === null ? null : (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {room.rejected(version.rejection.by.name, version.rejection.reason)}
        </Alert>
      )}
      {editable ? null : (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {version.status === 'draft' || version.status === 'rejected'
            ? words.notYours
            : words.readOnly(t(`versionStatus.${version.status}`).toLowerCase())}
        </Alert>
      )}
      {editable && version.behindLive ? (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }} action={<RebaseAct />}>
          {words.behindLive}
        </Alert>
      ) : null}
    </>
  );
}
