import type { ReactElement } from 'react';
import { lazy, useCallback, useEffect, useState } from 'react';
import { Admin, CustomRoutes, Resource, localStorageStore } from 'react-admin';
import type { I18nProvider } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from '../api/auth-provider.ts';
import { dataProvider } from '../api/data-provider.ts';
import { LanguageProvider, loadLanguage } from '../i18n/language.tsx';
import type { ChangeLanguage } from '../i18n/language.tsx';
import { Overview } from '../overview/overview.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { createThemeOptions } from '../theme/create-theme-options.ts';
import { Forbidden } from './forbidden.tsx';
import { AppLayout } from './layout.tsx';
import { Note } from './note.tsx';
import { NotFound } from './not-found.tsx';
import { RESOURCES } from './resources.ts';

const ProfilePage = lazy(async () => ({ default: (await import('../profile/profile-page.tsx')).ProfilePage }));

const store = localStorageStore(undefined, 'redress');
const lightTheme = createThemeOptions('light');
const darkTheme = createThemeOptions('dark');

/**
 * The admin: its providers, its resources, its frame. Another language is another i18n provider, not a value in
 * react-admin’s store: the store’s would mount every page anew, and take unsaved edits with it.
 */
export function App({ firstWords }: { readonly firstWords: I18nProvider }): ReactElement {
  const [i18nProvider, setI18nProvider] = useState(firstWords);
  const changeLanguage = useCallback<ChangeLanguage>((language) => {
    loadLanguage(language).then(
      (provider) => setI18nProvider(provider),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    document.documentElement.lang = i18nProvider.getLocale();
  }, [i18nProvider]);
  return (
    <LanguageProvider value={changeLanguage}>
      <Admin
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        store={store}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
        title="Redress"
        layout={AppLayout}
        loginPage={SignInPage}
        dashboard={Overview}
        catchAll={NotFound}
        accessDenied={Forbidden}
        notification={Note}
        requireAuth
        disableTelemetry
      >
        {RESOURCES.map((resource) => (
          <Resource key={resource.name} {...resource} />
        ))}
        <CustomRoutes>
          <Route path="/profile" element={<ProfilePage />} />
        </CustomRoutes>
      </Admin>
    </LanguageProvider>
  );
}
