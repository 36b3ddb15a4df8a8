import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider, createBrowserRouter } from 'react-router-dom';
import { App } from './app/app.tsx';
import { createI18nProvider } from './i18n/create-i18n-provider.ts';

/** Language to begin with: the one chosen here before, else the browser’s. */
function firstLocale(): string {
  const stored = localStorage.getItem('RaStoreredress.locale');
  if (stored === '"zh"' || stored === '"en"') return stored.slice(1, -1);
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const i18nProvider = await createI18nProvider(firstLocale());
const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} /> }]);
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
