import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { PageHeading } from '../common/page-heading.tsx';
import { paletteKeys } from './platform-keys.ts';

/** For addresses at which nothing is. */
export function NotFound(): ReactElement {
  const t = useTranslate();
  const { pathname } = useLocation();
  return (
    <>
      <PageHeading title={t('frame.notFound')} />
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('frame.notFoundDetail', { path: pathname, keys: paletteKeys() })}
      </Typography>
    </>
  );
}
