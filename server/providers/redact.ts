const STRING = /"(?:[^"\\]|\\.)*"/g;
const SECRET_FIELD = /^"(?:authorization|cookie|set-cookie|x-api-key|apikey|api_key|password|secret|token|access_token|email|emails|phone|payeremail|payer_email)"$/i;

/** What must not be read in a log, wherever it stands in a text. The order matters: a token may hold what looks like a number. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/\b(?:rdr|sk|rk|pk|whsec|pat|ghp)_[\w-]{8,}/g, '[token]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.?[\w-]*/g, '[token]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@"\\]*):[^\s@/"\\]+@/gi, '$1:[password]@'],
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[email]'],
  [/[\p{L}\p{N}._+-]+%40[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, '[email]'],
  [/(?<![\w+])\+\d[\d\s().-]{5,}\d(?![\w])/g, '[phone]'],
  [/(?<![\w.-])\(?\d{3}\)?[ .-]\d{3,4}[ .-]\d{4}(?![\w-])/g, '[phone]'],
  [/(?<![\w.-])1[3-9]\d{9}(?![\w-])/g, '[phone]'],
];

/** Takes addresses, phone numbers, tokens and passwords out of a text. */
export function redactText(text: string): string {
  return PATTERNS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}

/**
 * Redacts one line of JSON in its finished form, so that nothing gets around it: every string, and the whole value of
 * fields that are named like a secret or an address. Numbers stay, and the line stays JSON.
 */
export function redactLine(line: string): string {
  const clean = line.replace(STRING, (literal) => redactText(literal));
  return hideSecretFields(clean);
}

/** Hides string and list values behind names of secrets. */
function hideSecretFields(line: string): string {
  return line.replace(/("(?:[^"\\]|\\.)*")(\s*:\s*)("(?:[^"\\]|\\.)*"|\[[^[\]{}]*\])/g, (whole, name: string, colon: string) =>
    SECRET_FIELD.test(name) ? `${name}${colon}"[redacted]"` : whole);
}
