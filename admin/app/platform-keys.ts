/** Whether the command key is what Control is elsewhere. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** `Ctrl K`, or `⌘ K` on a Mac. */
export function paletteKeys(): string {
  return isMac() ? '⌘ K' : 'Ctrl K';
}
