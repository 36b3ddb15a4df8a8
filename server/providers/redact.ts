/** Every string of a line of JSON; one that a colon follows is a name. */
const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;
const SECRET_NAME =
  /^(?:authorization|cookie|set-cookie|x-api-key|api_?key|password|secret|token|access_token|emails?|phone|payer_?email)$/i;
const REDACTED = '[redacted]';
/** Longer texts are cut: nobody reads them, and the patterns would take their time over them. */
const LONGEST_TEXT = 8_000;

/**
 * What must not be read in a log, wherever it stands in a text. The order matters: a token may hold what looks like a
 * number. Every repetition is bounded, so that no text makes them slow.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s{1,4}[\w.~+/=-]{1,4000}/gi, '$1 [token]'],
  [/\b(?:rdr|sk|rk|pk|whsec|pat|ghp)_[\w-]{8,500}/g, '[token]'],
  [/\beyJ[\w-]{5,2000}\.[\w-]{1,4000}(?:\.[\w-]{0,1000})?/g, '[token]'],
  [/([a-z0-9+.-]{2,20}:\/\/[^\s:/@"\\]{0,100}):[^\s@/"\\]{1,200}@/gi, '$1:[password]@'],
  [/[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu, '[email]'],
  [/(?<![\w+])\+\d[\d\s().-]{5,20}\d(?!\w)/g, '[phone]'],
  [/(?<![\w.-])\(?\d{3}\)?[ .-]\d{3,4}[ .-]\d{4}(?![\w-])/g, '[phone]'],
  [/(?<![\w.-])1[3-9]\d{9}(?![\w-])/g, '[phone]'],
];

/** Takes addresses, phone numbers, tokens and passwords out of a text. */
export function redactText(text: string): string {
  return PATTERNS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}

/**
 * Redacts one line of JSON in its finished form, so that nothing gets around it: what stands under the name of a secret
 * or an address is hidden whole, every other string is searched. Numbers stay, and the line stays JSON.
 */
export function redactLine(line: string): string {
  let isSecret = false;
  return line.replace(STRING, (literal: string, content: string, colon: string | undefined) => {
    if (colon === undefined) return isSecret ? `"${REDACTED}"` : redactLiteral(content);
    isSecret = SECRET_NAME.test(content);
    return literal;
  });
}

/** An escape is taken apart first: the n of a line break must not be taken for the beginning of an address. */
function redactLiteral(content: string): string {
  if (!content.includes('\\')) return `"${redactText(cut(content))}"`;
  const text: unknown = JSON.parse(`"${content}"`);
  return JSON.stringify(redactText(cut(String(text))));
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (cut)`;
}
