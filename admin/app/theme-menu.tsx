import Contrast from '@mui/icons-material/Contrast';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { BarMenu } from './bar-menu.tsx';
import { usePreferences } from './preferences.ts';

/** Light, dark, or as the system. */
export function ThemeMenu(): ReactElement {
  const t = useTranslate();
  const { theme, change } = usePreferences();
  const choices = [
    { value: 'light', label: t('frame.light') },
    { value: 'dark', label: t('frame.dark') },
    { value: 'system', label: t('frame.system') },
  ];
  return (
    <BarMenu
      label={t('frame.theme')}
      icon={<Contrast fontSize="small" />}
      choices={choices}
      value={theme}
      onChoose={(value) => change({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
    />
  );
}
