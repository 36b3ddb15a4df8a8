import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';

/** The review room lies below the editor's address and is another page. */
function isWithin(pathname: string, root: string): boolean {
  return pathname === root || (pathname.startsWith(`${root}/`) && !pathname.startsWith(`${root}/show`));
}

/** Asks before unsaved changes are left behind: on a link out of `root`, and when the tab is closed. Tabs of the editor lie within. */
export function LeaveGuard({
  when,
  root,
  question,
}: {
  readonly when: boolean;
  readonly root: string;
  readonly question: string;
}): null {
  const blocker = useBlocker(({ nextLocation }) => when && !isWithin(nextLocation.pathname, root));
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    // A native question, since nothing else can hold up both a link and the closing of a tab alike.
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return null;
}
