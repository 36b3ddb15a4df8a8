/** What stands where an address, a number or words would. */
export const HIDDEN_TEXT = '••••';

/** Names under which nothing is shown, whatever it is. */
const PRIVATE_NAME = /mail|phone|^tel|name|address|note|comment|text|description|reason|secret|token|password/i;

/** A name that a contract could know; any other may itself be a person's word. */
const PLAIN_NAME = /^\$?[A-Za-z0-9_]{1,40}$/;

/** An id, a code, an instant, a type: what faults of a contract are about. */
const PLAIN_TEXT = /^[A-Za-z0-9._~:/?#+-]{0,200}$/;

/** Digits as people write them to be called. */
const NUMBER_TO_CALL = /^\+\d|^1[3-9]\d{9}$|^\d{3}-\d{3,4}-\d{4}$/;

/**
 * An event as sent (JSON), so that a person sees what is wrong with it and nobody whom it is about: its shape, numbers,
 * ids, codes and instants stay, while words, addresses and numbers to call do not, nor what stands under a private name.
 */
export function maskEvent(raw: unknown): unknown {
  if (typeof raw === 'string') return PLAIN_TEXT.test(raw) && !NUMBER_TO_CALL.test(raw) ? raw : HIDDEN_TEXT;
  if (Array.isArray(raw)) return raw.map(maskEvent);
  if (typeof raw !== 'object' || raw === null) return raw;
  const entries = Object.entries(raw).map(([name, value]) => [
    PLAIN_NAME.test(name) ? name : HIDDEN_TEXT,
    PRIVATE_NAME.test(name) ? maskAll(value) : maskEvent(value),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** The shape alone. */
function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (typeof value === 'object' && value !== null) return maskEvent(value);
  return value === null || typeof value === 'boolean' ? value : HIDDEN_TEXT;
}
