import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { useRoles } from '../api/may.ts';
import { PageHeading } from '../common/page-heading.tsx';

/** A page that the reader’s role does not reach: whom to ask, and no word of what is there. */
export function Forbidden(): ReactElement {
  const t = useTranslate();
  const roles = useRoles().map((role) => t(`role.${role}`));
  return (
    <>
      <PageHeading title={t('common.forbiddenTitle')} />
      <Typography>{t('common.forbiddenDetail', { roles: roles.join(', ') })}</Typography>
    </>
  );
}
