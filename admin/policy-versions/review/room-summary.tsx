import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { useZone } from '../../common/use-zone.ts';
import { formatInstant } from '../../format/format-instant.ts';
import { formatSpan } from '../../format/format-span.ts';
import type { PolicyWords } from '../../i18n/policies.shape.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useGoingLive, useSecond } from './use-going-live.ts';

const UNDER_WAY: readonly PolicyVersionView['status'][] = ['submitted', 'approved', 'scheduled'];

/** Who proposes or proposed how much, when it takes effect or took it, whom it touches, and why. */
export function RoomSummary({ version }: { readonly version: PolicyVersionView }): ReactElement {
  const { room: words, review } = useWords();
  const locale = useStaffLocale();
  const [zone] = useZone();
  useGoingLive(version);
  const now = useSecond(version.status === 'approved' || version.status === 'scheduled');
  const { submission, authors, changes } = version;
  const own = version.content.zone;
  const sayInstant = (at: string): string =>
    `${formatInstant(at, locale, zone)}${own === zone ? '' : ` (${formatInstant(at, locale, own)})`}`;
  const who = authors.map(({ name }) => name).join(locale === 'zh' ? '、' : ', ');
  const count = changes.items.length;
  const proposed = ['draft', 'submitted', 'rejected'].includes(version.status);
  return (
    <Typography component="div" variant="body2">
      {proposed ? words.proposes(who, authors.length, count) : words.changesBy(who, count)}{' '}
      {sayEffect(version, words, sayInstant, (at) => spanTo(Date.parse(at) - now, locale))}
      {/* Of one that was refused or taken back there is nobody whom it touches. */}
      {UNDER_WAY.includes(version.status) ? <Box>{review.whom[version.content.versionBasis]}</Box> : null}
      {submission === null ? null : <Box sx={{ overflowWrap: 'anywhere' }}>{words.why(submission.reason)}</Box>}
    </Typography>
  );
}

/** When it takes effect; of what did or never will, that. What was sent back has no instant any more. */
function sayEffect(
  { status, submission, effectiveFrom }: PolicyVersionView,
  words: PolicyWords['room'],
  sayInstant: (at: string) => string,
  saySpan: (at: string) => string,
): string {
  const at = effectiveFrom ?? submission?.effectiveAt ?? null;
  switch (status) {
    case 'submitted':
    case 'approved':
    case 'scheduled':
      return at === null ? words.effectOnApproval : words.effectAt(sayInstant(at), saySpan(at));
    case 'live':
      return at === null ? '' : words.effectSince(sayInstant(at));
    case 'retired':
      return at === null ? '' : words.effectOnce(sayInstant(at));
    case 'withdrawn':
      return at === null ? words.effectNever : words.effectWasFor(sayInstant(at));
    default:
      return '';
  }
}

function spanTo(ms: number, locale: string): string {
  if (locale === 'zh') return ms >= 0 ? `${formatSpan(ms, locale)}后` : `${formatSpan(-ms, locale)}前`;
  return ms >= 0 ? `in ${formatSpan(ms, locale)}` : `${formatSpan(-ms, locale)} ago`;
}
