/**
 * Makes the Chinese font known once the browser has nothing better to do. A Chinese text may stand on any page, whatever
 * the language of the words: a customer's message, a policy's label. Only the parts of the font that a page shows are
 * then fetched, and none where the machine has one of its own.
 */
export function loadChineseFontWhenIdle(): void {
  const load = (): void => void import('@fontsource-variable/noto-sans-sc/wght.css');
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 5_000 });
  else setTimeout(load, 1_000);
}
