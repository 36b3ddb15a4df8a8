/** Fetches the Chinese font, for screens that show both languages at once; a machine that has one of its own uses that. */
export async function loadChineseFont(): Promise<void> {
  await import('@fontsource-variable/noto-sans-sc/wght.css');
}
