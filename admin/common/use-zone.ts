import { useStore } from 'react-admin';

/** Zone in which instants are shown, an IANA name; kept per browser, and with the profile. */
export function useZone(): readonly [string, (zone: string) => void] {
  return useStore<string>('zone', 'UTC');
}

/** Zone of this machine. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
