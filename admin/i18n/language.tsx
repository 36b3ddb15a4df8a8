import { createContext, useContext } from 'react';
import type { I18nProvider } from 'react-admin';
import { createI18nProvider } from './create-i18n-provider.ts';

/** A language of the admin. */
export type Language = 'en' | 'zh';

const KEY = 'redress.language';

/** How the language is changed. A form that is open keeps what was written in it: nothing is mounted anew. */
export type ChangeLanguage = (language: Language) => void;

const LanguageContext = createContext<ChangeLanguage>(() => undefined);

/** Gives {@link useChangeLanguage} to what is below. */
export const LanguageProvider = LanguageContext.Provider;

/** The way to another language, for the menu and the profile. */
export function useChangeLanguage(): ChangeLanguage {
  return useContext(LanguageContext);
}

/** Language to begin with: the one chosen in this browser before, else the browser’s own. */
export function findFirstLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Loads the words of a language and keeps the choice. */
export async function loadLanguage(language: Language): Promise<I18nProvider> {
  const provider = await createI18nProvider(language);
  localStorage.setItem(KEY, language);
  return provider;
}
