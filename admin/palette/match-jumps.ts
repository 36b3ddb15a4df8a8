/** Somewhere to go. */
export interface Jump {
  readonly key: string;
  /** What it is, in a word. */
  readonly kind: string;
  readonly label: string;
  readonly link: string;
}

const MOST = 12;

/** Pages whose name holds every word that was typed, those that begin with it first; then what the server found. */
export function matchJumps(pages: readonly Jump[], hits: readonly Jump[], text: string): readonly Jump[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const named = pages.filter(({ label, kind }) =>
    words.every((word) => `${label} ${kind}`.toLowerCase().includes(word)),
  );
  const first = words[0] ?? '';
  const sorted = named.toSorted(
    (a, b) => Number(b.label.toLowerCase().startsWith(first)) - Number(a.label.toLowerCase().startsWith(first)),
  );
  const links = new Set(sorted.map(({ link }) => link));
  return [...sorted, ...hits.filter(({ link }) => !links.has(link))].slice(0, words.length === 0 ? pages.length : MOST);
}
