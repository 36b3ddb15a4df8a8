import { useEffect } from 'react';
import { useStore, useTheme } from 'react-admin';
import { useSession } from '../api/may.ts';
import { systemTheme, usePreferences } from './preferences.ts';

/** Brings this browser to what the user chose elsewhere, and follows the system’s theme. */
export function SyncProfile(): null {
  const session = useSession();
  const { adopt, theme } = usePreferences();
  const [, setTheme] = useTheme();
  const [syncedFor, setSyncedFor] = useStore<string | null>('profile.syncedFor', null);
  const user = session?.user;
  useEffect(() => {
    if (user === undefined || syncedFor === user.id) return;
    setSyncedFor(user.id);
    adopt(user);
  }, [user, syncedFor, setSyncedFor, adopt]);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      if (theme === 'system') setTheme(systemTheme());
    };
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [theme, setTheme]);
  return null;
}
