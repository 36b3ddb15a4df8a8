import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import { FactsList } from '../common/facts-list.tsx';
import { CopyButton, Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { AuditChanges } from './audit-changes.tsx';
import { AuditValue } from './audit-value.tsx';
import { linkSubject, listChanges } from './list-changes.ts';
import { nameActor } from './name-actor.ts';
import { isListRead, wordAction } from './word-action.ts';
import { ProgramName } from '../common/program-name.tsx';

/** One event of the audit: the sentence, before and after, why, and the request it came by. */
export function AuditDrawer({
  event,
  onClose,
}: {
  readonly event: AuditEventView | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const id = useId();
  return (
    <Drawer
      anchor="right"
      open={event !== null}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': id,
          sx: { width: { xs: '100%', sm: 640 }, p: 3 },
        },
      }}
    >
      {event === null ? null : (
        <>
          {/* First, so that the focus is here: at the end of a long event it would be opened there. */}
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', mb: 2 }}>
            <Typography id={id} variant="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {t('audit.heading', { who: nameActor(event.actor, t), what: wordAction(event, t, locale) })}
            </Typography>
            <Button variant="outlined" autoFocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Box>
          <EventFacts event={event} />
          <AuditChanges changes={listChanges(event)} labelledBy={id} isRead={event.action.endsWith('.read')} />
          {event.detail === null ? null : (
            <>
              <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
                {t('audit.detail')}
              </Typography>
              <FactsList
                rows={Object.entries(event.detail).map(
                  ([name, value]) =>
                    [
                      t(`audit.details.${name}`, { _: name }),
                      <AuditValue key={name} name={name} value={value} />,
                    ] as const,
                )}
              />
            </>
          )}
        </>
      )}
    </Drawer>
  );
}

function EventFacts({ event }: { readonly event: AuditEventView }): ReactElement {
  const t = useTranslate();
  const link = linkSubject(event.subject);
  const subject = isListRead(event) ? (
    t('audit.thing.list')
  ) : (
    <>
      {t(`audit.thing.${event.subject.type}`, { _: event.subject.type })} <Id value={event.subject.id} keep={13} />
    </>
  );
  return (
    <FactsList
      rows={[
        [t('audit.when'), <Instant key="at" at={event.at} precision="ms" />],
        [
          t('audit.who'),
          <span key="who">
            {nameActor(event.actor, t)} · <Id value={`${event.actor.kind}/${event.actor.id}`} keep={16} />
          </span>,
        ],
        [
          t('audit.subject'),
          link === null ? (
            subject
          ) : (
            <IdLink key="subject" to={link}>
              {subject}
            </IdLink>
          ),
        ],
        [t('common.program'), event.program === null ? null : <ProgramName key="program" id={event.program} />],
        [t('audit.action'), <code key="action">{event.action}</code>],
        [t('audit.why'), event.reason],
        [t('audit.ip'), event.ip],
        [
          t('audit.requestId'),
          event.requestId === null ? null : (
            <span key="request">
              <Id value={event.requestId} keep={13} />
              <CopyButton text={event.requestId} label={t('audit.requestId')} />
            </span>
          ),
        ],
      ]}
    />
  );
}
