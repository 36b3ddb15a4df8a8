import { keepSession } from '../../admin/api/session-state.ts';

// Several files share a page and what they import. Each begins with an empty page, the usual queries, and nobody signed in.
keepSession(null);
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom');
  configure({ defaultHidden: false });
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  document.body.replaceChildren();
  document.title = '';
  localStorage.clear();
  sessionStorage.clear();
}
