const EVENT = 'redress:palette';

/** Opens the palette from anywhere. */
export function askForPalette(): void {
  dispatchEvent(new Event(EVENT));
}

/** Calls back when {@link askForPalette} was called; gives the way to stop. */
export function onPaletteAsked(open: () => void): () => void {
  addEventListener(EVENT, open);
  return () => removeEventListener(EVENT, open);
}
