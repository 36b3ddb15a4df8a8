import { useLocaleState, useStore, useTheme } from 'react-admin';
import { put } from '../api/request.ts';
import { findSession, keepSession } from '../api/session-state.ts';
import type { SessionUser } from '../api/session-state.ts';
import { useZone } from '../common/use-zone.ts';
import { useChangeLanguage } from '../i18n/language.tsx';

export type ThemeChoice = SessionUser['theme'];
type ProfilePatch = Partial<Pick<SessionUser, 'locale' | 'theme' | 'zone' | 'shortcuts'>>;

/** What was chosen before anybody had signed in: it goes to the profile of whoever does. */
const CHOSEN_BEFORE = 'profile.chosenBefore';
const NOTHING: ProfilePatch = {};

/** Keeps a preference with the user, so that it is there on the next machine. What fails is kept here all the same. */
async function saveProfile(patch: ProfilePatch): Promise<void> {
  const session = findSession();
  if (session === null) return;
  const user = await put<Partial<SessionUser> | undefined>('/api/session/profile', patch);
  keepSession({ ...session, user: { ...session.user, ...patch, ...user } });
}

export interface Preferences {
  readonly locale: string;
  readonly theme: ThemeChoice;
  readonly zone: string;
  readonly shortcuts: boolean;
  readonly change: (patch: ProfilePatch) => void;
  /** Takes over what a user who has just signed in chose elsewhere, and gives them what was chosen here before. */
  readonly adopt: (user: SessionUser) => void;
}

/** Language, theme, zone and shortcuts of whoever sits here. */
export function usePreferences(): Preferences {
  const [locale] = useLocaleState();
  const changeLanguage = useChangeLanguage();
  const [, setTheme] = useTheme();
  const [theme, setThemeChoice] = useStore<ThemeChoice>('theme.choice', 'system');
  const [zone, setZone] = useZone();
  const [shortcuts, setShortcuts] = useStore('shortcuts', true);
  const [before, setBefore] = useStore<ProfilePatch>(CHOSEN_BEFORE, NOTHING);
  const apply = (patch: ProfilePatch): void => {
    if (patch.locale !== undefined && patch.locale !== locale) changeLanguage(patch.locale === 'zh' ? 'zh' : 'en');
    if (patch.zone !== undefined) setZone(patch.zone);
    if (patch.shortcuts !== undefined) setShortcuts(patch.shortcuts);
    if (patch.theme === undefined) return;
    setThemeChoice(patch.theme);
    setTheme(patch.theme === 'system' ? systemTheme() : patch.theme);
  };
  const change = (patch: ProfilePatch): void => {
    apply(patch);
    if (findSession() === null) setBefore({ ...before, ...patch });
    else saveProfile(patch).catch(() => undefined);
  };
  const adopt = (user: SessionUser): void => {
    const { locale: language, theme: look, zone: where, shortcuts: letters } = user;
    apply({
      ...(language === 'zh' || language === 'en' ? { locale: language } : {}),
      ...(where === '' ? {} : { zone: where }),
      theme: look,
      shortcuts: letters,
      ...before,
    });
    if (Object.keys(before).length === 0) return;
    setBefore(NOTHING);
    saveProfile(before).catch(() => undefined);
  };
  return { locale, theme, zone, shortcuts, change, adopt };
}

/** What the system prefers now. */
export function systemTheme(): 'light' | 'dark' {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
