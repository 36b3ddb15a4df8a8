import { useLocaleState } from 'react-admin';
import { policiesEn } from '../i18n/policies.en.ts';
import type { PolicyWords } from '../i18n/policies.shape.ts';
import { policiesZh } from '../i18n/policies.zh.ts';

/** Languages that staff read. */
export type StaffLocale = 'en' | 'zh';

/** Language of the reader. */
export function useStaffLocale(): StaffLocale {
  const [locale] = useLocaleState();
  return locale.startsWith('zh') ? 'zh' : 'en';
}

/** Words of the screens about policies, in the reader’s language. */
export function useWords(): PolicyWords {
  return useStaffLocale() === 'zh' ? policiesZh : policiesEn;
}
