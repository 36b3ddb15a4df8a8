export const USER_STATUSES = ['active', 'locked'] as const;
/** `locked`: an admin has shut the account; sessions end and no sign-in is possible. */
export type UserStatus = (typeof USER_STATUSES)[number];

export const THEMES = ['light', 'dark', 'system'] as const;
/** Look of the admin. */
export type Theme = (typeof THEMES)[number];

/** Languages of the admin. */
export const ADMIN_LOCALES = ['en', 'zh'] as const;
