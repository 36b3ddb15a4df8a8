import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { PageHeading } from '../common/page-heading.tsx';

/** One’s own settings. */
export function ProfilePage(): ReactElement {
  const t = useTranslate();
  return <PageHeading title={t('menu.profile')} />;
}
