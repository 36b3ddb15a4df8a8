import type { SessionView } from '../../server/contract/http/session-view.ts';

/** Who is signed in, as `/api/session` answers. */
export type Session = SessionView;
export type SessionUser = SessionView['user'];

/** Asks a person to sign in again; resolves with whether they did. */
type Renew = () => Promise<boolean>;

let current: Session | null = null;
let renewal: Promise<boolean> | null = null;
let askToRenew: Renew | null = null;
const listeners = new Set<() => void>();

/** The session that this tab knows of; kept in memory alone, so that no script on another page can read its token. */
export function findSession(): Session | null {
  return current;
}

/** Notes the session after sign-in or a look-up, or null after sign-out. */
export function keepSession(session: Session | null): void {
  current = session;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`. */
export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The dialog over the page registers itself here while the frame is shown. */
export function onSessionOver(renew: Renew): () => void {
  askToRenew = renew;
  return () => {
    if (askToRenew === renew) askToRenew = null;
  };
}

/** Called when a request was refused for want of a session: all that wait share one dialog, and go on together. */
export async function renewSession(): Promise<boolean> {
  if (askToRenew === null || current === null) return false;
  renewal ??= askToRenew().finally(() => {
    renewal = null;
  });
  return renewal;
}
