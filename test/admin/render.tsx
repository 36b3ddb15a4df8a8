import { ThemeProvider, createTheme } from '@mui/material/styles';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { CoreAdminContext, memoryStore } from 'react-admin';
import polyglot from 'ra-i18n-polyglot';
import { MemoryRouter } from 'react-router-dom';
import { messagesEn } from '../../admin/i18n/messages.en.ts';
import { messagesZh } from '../../admin/i18n/messages.zh.ts';
import { createThemeOptions } from '../../admin/theme/create-theme-options.ts';

export interface RenderOptions {
  readonly locale?: 'en' | 'zh';
  readonly path?: string;
}

/** Renders a part of the admin as the admin does: words, theme, router, data, but no server. */
export function renderAdmin(part: ReactElement, { locale = 'en', path = '/' }: RenderOptions = {}): RenderResult {
  const messages = locale === 'zh' ? messagesZh : messagesEn;
  const i18nProvider = polyglot(() => messages as never, locale, { allowMissing: true });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MemoryRouter initialEntries={[path]}>
      <CoreAdminContext i18nProvider={i18nProvider} store={memoryStore()} queryClient={queryClient}>
        <ThemeProvider theme={createTheme(createThemeOptions('light'))}>{part}</ThemeProvider>
      </CoreAdminContext>
    </MemoryRouter>,
  );
}
