import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { PayoutStatusChip } from '../common/payout-status-chip.tsx';
import type { PayoutStatus } from '../common/payout-status-chip.tsx';

/** The way of a payout without trouble. */
const STRAIGHT: readonly PayoutStatus[] = ['queued', 'sending', 'submitted', 'settled'];

/** Steps of a payout up to where it stands: what lies behind it, and the one it left the straight way by. */
export function listSteps(status: PayoutStatus): readonly PayoutStatus[] {
  const at = STRAIGHT.indexOf(status);
  if (at >= 0) return STRAIGHT.slice(0, at + 1);
  if (status === 'cancelled') return ['queued', 'cancelled'];
  if (status === 'reversed') return [...STRAIGHT, 'reversed'];
  return status === 'unknown' ? ['queued', 'sending', 'unknown'] : ['queued', 'sending', 'submitted', status];
}

/** The steps in a row; the one it is at is said to be the current one. */
export function PayoutSteps({ status }: { readonly status: PayoutStatus }): ReactElement {
  const t = useTranslate();
  const steps = listSteps(status);
  return (
    <Box
      component="ol"
      aria-label={t('payout.steps')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      {steps.map((step) => (
        <Box
          key={step}
          component="li"
          {...(step === status ? { 'aria-current': 'step' as const } : {})}
          sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
        >
          {step === status ? (
            <PayoutStatusChip value={step} />
          ) : (
            <>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {t(`payoutStatus.${step}`)}
              </Box>
              <span aria-hidden="true">→</span>
            </>
          )}
        </Box>
      ))}
    </Box>
  );
}
