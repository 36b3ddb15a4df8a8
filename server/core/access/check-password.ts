/** A password has at least so many characters; longer ones need no rules about what they are made of. */
const MIN_PASSWORD_LENGTH = 12;

const MIN_DISTINCT = 5;

/** Why a password cannot be used, in words, or null where it can. Lengths count characters as people do. */
export function checkPassword(
  password: string,
  about: { readonly email: string; readonly name: string },
): string | null {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < MIN_PASSWORD_LENGTH) return `must have at least ${MIN_PASSWORD_LENGTH} characters`;
  if (new Set(characters).size < MIN_DISTINCT) return `must have at least ${MIN_DISTINCT} different characters`;
  const text = password.toLowerCase();
  const names = [about.email, about.email.split('@')[0] ?? '', about.name].map((word) => word.toLowerCase());
  return names.includes(text) ? 'must not be the name or the address of the account' : null;
}
