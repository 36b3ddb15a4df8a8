import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { WalletView } from '../../server/contract/http/wallet-view.ts';

/** How much of a lot is left, and how much of that is held, as a bar; the figures stand beside it. */
export function LotBar({ lot }: { readonly lot: WalletView['lots'][number] }): ReactElement {
  const t = useTranslate();
  const share = (credits: number): string =>
    `${lot.creditsTotal === 0 ? 0 : Math.round((credits / lot.creditsTotal) * 100)}%`;
  return (
    <Box
      role="img"
      aria-label={t('wallet.bar', { left: lot.creditsRemaining, total: lot.creditsTotal })}
      sx={{
        width: 96,
        height: 10,
        display: 'flex',
        border: 1,
        borderColor: 'outline',
        borderRadius: 0.5,
        overflow: 'hidden',
      }}
    >
      <Box sx={{ width: share(lot.creditsRemaining - lot.creditsHeld), bgcolor: 'primary.main' }} />
      <Box
        sx={(theme) => ({
          width: share(lot.creditsHeld),
          background: `repeating-linear-gradient(45deg, ${theme.palette.primary.main} 0 2px, transparent 2px 5px)`,
        })}
      />
    </Box>
  );
}
