import Translate from '@mui/icons-material/Translate';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { BarMenu } from './bar-menu.tsx';
import { usePreferences } from './preferences.ts';

/** English or Chinese. */
export function LanguageMenu(): ReactElement {
  const t = useTranslate();
  const { locale, change } = usePreferences();
  const choices = [
    { value: 'en', label: t('frame.english') },
    { value: 'zh', label: t('frame.chinese') },
  ];
  return (
    <BarMenu
      label={t('frame.language')}
      icon={<Translate fontSize="small" />}
      choices={choices}
      value={locale}
      onChoose={(value) => change({ locale: value })}
    />
  );
}
