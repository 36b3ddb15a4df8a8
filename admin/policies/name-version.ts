import type { PolicyWords } from '../i18n/policies.shape.ts';

/** What a version is called: by its number once it has one, else as the draft that it is. */
export function nameVersion(
  { number, sequence }: { readonly number: number | null; readonly sequence: number | null },
  { page }: PolicyWords,
): string {
  return number === null ? page.draft(String(sequence ?? '')) : page.version(number);
}

/** The draft's count within its policy, from its id `<policy>.d<n>`; empty for what never was one. */
export function sequenceOf(id: string): string {
  return /\.d(\d+)$/u.exec(id)?.[1] ?? '';
}
