/** One thing that only the reader can move, as `/api/waiting` answers. */
export interface WaitingItem {
  readonly kind: string;
  readonly program: string | null;
  readonly title: { readonly en: string; readonly zh: string };
  readonly since: string;
  readonly link: string;
}
