import { ThemeProvider, createTheme } from '@mui/material/styles';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { CoreAdminContext, memoryStore } from 'react-admin';
import type { DataProvider } from 'react-admin';
import polyglot from 'ra-i18n-polyglot';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { messagesEn } from '../../admin/i18n/messages.en.ts';
import { messagesZh } from '../../admin/i18n/messages.zh.ts';
import { createThemeOptions } from '../../admin/theme/create-theme-options.ts';

export interface RenderOptions {
  readonly locale?: 'en' | 'zh';
  readonly path?: string;
  /** Pattern of the route that the part is the page of; absent: it is shown at every path. */
  readonly route?: string;
  readonly dataProvider?: DataProvider;
  /** What the browser remembers of earlier. */
  readonly remembered?: Readonly<Record<string, unknown>>;
}

/** Renders a part of the admin as the admin does: words, theme, router, data, but no server. */
export function renderAdmin(
  part: ReactElement,
  { locale = 'en', path = '/', route = '*', dataProvider, remembered = {} }: RenderOptions = {},
): RenderResult {
  const messages = locale === 'zh' ? messagesZh : messagesEn;
  const i18nProvider = polyglot(() => messages as never, locale, { allowMissing: true });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MemoryRouter initialEntries={[path]}>
      <CoreAdminContext
        i18nProvider={i18nProvider}
        store={memoryStore({ ...remembered })}
        queryClient={queryClient}
        {...(dataProvider === undefined ? {} : { dataProvider })}
      >
        <ThemeProvider theme={createTheme(createThemeOptions('light'))}>
          <Routes>
            <Route path={route} element={part} />
          </Routes>
        </ThemeProvider>
      </CoreAdminContext>
    </MemoryRouter>,
  );
}
