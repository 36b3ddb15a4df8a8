import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider, createBrowserRouter } from 'react-router-dom';
import { App } from './app/app.tsx';
import { createI18nProvider } from './i18n/create-i18n-provider.ts';
import { findFirstLanguage } from './i18n/language.tsx';
import { watchForChinese } from './i18n/watch-for-chinese.ts';

/** Shows the admin once the words of its first language are there. */
async function start(): Promise<void> {
  const i18nProvider = await createI18nProvider(findFirstLanguage());
  const router = createBrowserRouter([{ path: '*', element: <App firstWords={i18nProvider} /> }]);
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the page has no #root');
  watchForChinese();
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

// Not awaited here: the Chinese words import from this very script, and would wait for it to end while it waits for them.
void start();
