import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../server/contract/http/case-view.ts';
import { useMay } from '../api/may.ts';
import { Panel } from '../common/panel.tsx';
import { IdLink } from '../common/refs.tsx';

type Effect = CaseView['effects'][number];

/** What the case’s decisions promised and how far each is, with the ways to the money. */
export function EffectsPanel({ kase }: { readonly kase: CaseView }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const filter = encodeURIComponent(JSON.stringify({ program: kase.program, caseId: kase.id }));
  const cash = kase.effects.some(({ kind }) => kind === 'cash_refund');
  return (
    <Panel title={t('case.effects')}>
      {kase.effects.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t('case.noEffects')}</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, mb: 1, pl: 2.5, fontSize: '0.875rem' }}>
          {kase.effects.map(({ kind, state, stuck }, index) => (
            <li key={`${kind}-${index}`}>
              {t(`effectKind.${kind}`)}: {t(`effectState.${state}`)}
              {stuck === null ? null : <Stuck {...stuck} program={kase.program} />}
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2, fontSize: '0.875rem' }}>
        {cash && may('read', 'payout', kase.program) ? (
          <IdLink to={`/payouts?filter=${filter}`}>{t('case.payouts')} →</IdLink>
        ) : null}
        {kase.effects.length > 0 && may('read', 'entry', kase.program) ? (
          <IdLink to={`/ledger-entries?filter=${filter}`}>{t('case.entries')} →</IdLink>
        ) : null}
      </Box>
    </Panel>
  );
}

/** Work that was given up: an operator mends the cause and replays it from the list of dead letters. */
function Stuck({
  code,
  deadLetterId,
  program,
}: NonNullable<Effect['stuck']> & { readonly program: string }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const filter = encodeURIComponent(JSON.stringify({ id: deadLetterId }));
  return (
    <Box sx={{ color: (theme) => theme.palette.tone.referred.fg }}>
      {t('case.stuck')} <code>{code}</code>{' '}
      {may('read', 'operation', program) ? (
        <IdLink to={`/dead-letters?filter=${filter}`}>{t('case.toDeadLetter')} →</IdLink>
      ) : null}
    </Box>
  );
}
