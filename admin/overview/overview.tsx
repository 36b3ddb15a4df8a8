import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { PageHeading } from '../common/page-heading.tsx';

/** What happens, and what waits for the reader. */
export function Overview(): ReactElement {
  const t = useTranslate();
  return <PageHeading title={t('menu.overview')} />;
}
