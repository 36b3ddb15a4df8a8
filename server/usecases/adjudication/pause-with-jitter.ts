/** Waits a random share of a ceiling that doubles with each try, at most 200 ms, so that rivals do not meet again. */
export function pauseWithJitter(tries: number): Promise<void> {
  const ceilingMs = Math.min(5 * 2 ** tries, 200);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * ceilingMs));
}
