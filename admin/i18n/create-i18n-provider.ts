import polyglot from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { messagesEn } from './messages.en.ts';

const LOCALES = [
  { locale: 'en', name: 'English' },
  { locale: 'zh', name: '中文' },
];

// The catalogues hold more than react-admin’s own keys and, in Chinese, only those of them that can be seen.
const asMessages = (messages: object): TranslationMessages => messages as TranslationMessages;

/** Chinese comes with its font, and only when it is asked for: system fonts are first, the loaded one is for machines without. */
async function loadChinese(): Promise<TranslationMessages> {
  const [{ messagesZh }] = await Promise.all([
    import('./messages.zh.ts'),
    import('@fontsource-variable/noto-sans-sc/wght.css'),
  ]);
  return asMessages(messagesZh);
}

/** The two languages of the admin. `locale`: the one to begin with, whose words are loaded before the first page is shown. */
export async function createI18nProvider(locale: string): Promise<I18nProvider> {
  const chinese = locale === 'zh' ? await loadChinese() : null;
  return polyglot(
    (wanted) => (wanted === 'zh' ? (chinese ?? loadChinese()) : asMessages(messagesEn)),
    locale,
    LOCALES,
    { allowMissing: true },
  );
}
