const HAN = /\p{Script=Han}/u;

/** Fetches the Chinese font. It stands after the system's own in the stack, so that only what those lack is downloaded. */
async function loadFont(): Promise<void> {
  await import('@fontsource-variable/noto-sans-sc/wght.css');
}

/**
 * Fetches the Chinese font once anything Chinese is shown, in whatever language the admin is: the name of the language in
 * its menu, a rule's other sentence, what a customer wrote. A machine without Chinese fonts would show boxes.
 * @returns ends the watch
 */
export function watchForChinese(root: Element = document.body, load: () => Promise<void> = loadFont): () => void {
  const observer = new MutationObserver((changes) => {
    const isChinese = changes.some(({ type, target, addedNodes }) =>
      (type === 'characterData' ? [target] : [...addedNodes]).some((node) => HAN.test(node.textContent ?? '')),
    );
    if (!isChinese) return;
    observer.disconnect();
    // Where it cannot be fetched the page stays as it is.
    load().catch(() => undefined);
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}
