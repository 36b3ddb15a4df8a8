import type { Message } from '../decode/json-body.ts';
import { headerOf } from '../decode/json-body.ts';

/** Name of the cookie that a browser takes along while it is away at the sign-in service. */
const NAME = 'redress.oidc';

const ATTRIBUTES = 'Path=/api/session/oidc; HttpOnly; SameSite=Lax';
const SECURE = '; Secure';
const MAX_AGE_SECONDS = 600;

/**
 * The way back from another site brings no strict cookie, so the session's cannot remember what the sign-in began with:
 * this one can. It is sealed, short-lived, sent to the callback alone, and needs https where the session's does.
 */
export function writeOidcCookie(remembered: string, isSecure: boolean): string {
  return `${NAME}=${remembered}; Max-Age=${MAX_AGE_SECONDS}; ${ATTRIBUTES}${isSecure ? SECURE : ''}`;
}

/** Takes it back. */
export function clearOidcCookie(isSecure: boolean): string {
  return `${NAME}=; Max-Age=0; ${ATTRIBUTES}${isSecure ? SECURE : ''}`;
}

/** What was remembered; empty where the browser brought nothing. */
export function readOidcCookie(headers: Message['headers']): string {
  const cookies = (headerOf(headers, 'cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? '';
}
