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
import { useLocaleState, useTranslate } from 'react-admin';
import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import { FactsList } from '../common/facts-list.tsx';
import { CopyButton, Id, IdLink } from '../common/refs.tsx';
import { ScrollBox } from '../common/scroll-box.tsx';
import { Instant } from '../common/values.tsx';
import { isInstant, linkSubject, listChanges, showChange } from './list-changes.ts';
import type { Change } from './list-changes.ts';
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
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', mb: 2 }}>
            <Typography id={id} variant="h2" sx={{ flex: 1, minWidth: 0 }}>
              {t('audit.heading', { who: nameActor(event.actor, t), what: wordAction(event, t, locale) })}
            </Typography>
            {/* Above a text that may be long: what has the focus is what is in view. */}
            <Button variant="outlined" autoFocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Box>
          <EventFacts event={event} />
          {/* Of an act that has no values, such as a withdrawal, there is nothing to say. */}
          {hasNoValues(event) ? null : <Changes changes={listChanges(event)} labelledBy={id} />}
          {event.detail === null ? null : (
            <>
              <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
                {t('audit.detail')}
              </Typography>
              <FactsList
                rows={Object.entries(event.detail).map(
                  ([name, value]) => [name, <Shown key={name} name={name} value={value} />] as const,
                )}
              />
            </>
          )}
        </>
      )}
    </Drawer>
  );
}

/** Whether nothing that an event did can be told as values; a read is told to have changed none. */
function hasNoValues({ action, before, after }: AuditEventView): boolean {
  return before === null && after === null && !action.endsWith('.read');
}

/** A value by what it is: an instant as a person reads one. */
function Shown({ name, value }: { readonly name: string; readonly value: unknown }): ReactElement {
  return isInstant(name, value) ? <Instant at={value} precision="second" /> : <>{showChange(value)}</>;
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

function Changes({
  changes,
  labelledBy,
}: {
  readonly changes: readonly Change[];
  readonly labelledBy: string;
}): ReactElement {
  const t = useTranslate();
  if (changes.length === 0)
    return (
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {t('audit.noChange')}
      </Typography>
    );
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
            {changes.map(({ name, before, after }) => (
              <TableRow
                key={name}
                sx={{ '& td': { verticalAlign: 'top', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } }}
              >
                <TableCell component="th" scope="row">
                  {name}
                </TableCell>
                <TableCell
                  sx={{ color: 'text.secondary', textDecoration: before === undefined ? 'none' : 'line-through' }}
                >
                  <Shown name={name} value={before} />
                </TableCell>
                <TableCell sx={{ color: (theme) => theme.palette.tone.changed.fg, fontWeight: 600 }}>
                  {after === undefined ? t('audit.removed') : <Shown name={name} value={after} />}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollBox>
    </Box>
  );
}
