import { z } from 'zod';
import { checkInstant, parseInstant } from './instant.ts';

/** Pieces that every shape of the HTTP contract is built from. Each accepts JSON as sent and gives what the service works with. */

/** Control characters, which no name needs and which hide in logs. */
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const NO_CONTROL = /^[^\u0000-\u001f\u007f-\u009f]*$/;

/** Text of an id: no control characters, and no leading $, so that nothing can pass for a database operator. */
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const ID = /^[^$\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$/;

/** Credits in one event are bounded so that no sum of them leaves the safe integers. */
const MAX_CREDITS = 1_000_000_000;

/** Minor units in one event or claim, bounded for the same reason. */
export const MAX_AMOUNT_MINOR = 1_000_000_000_000;

/** A name given by an integrating program or by the service: 1 to 200 characters. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(ID, 'must hold no control characters and not begin with $')
  .describe('Identifier: 1 to 200 characters, no control characters, not beginning with $.');

/** A composed name, such as a payout's effect key: ids joined by slashes. */
export const longIdSchema = z
  .string()
  .min(1)
  .max(1000)
  .regex(ID, 'must hold no control characters and not begin with $')
  .describe('Composed identifier; percent-encode it whole in a path, as encodeURIComponent does.');

/** A program. It holds no slash, so that `<program>/<id>` can be read in one way only. */
export const programIdSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, dots, hyphens and underscores')
  .describe('Program whose refund policy governs, for example anumi.');

/** One line of text without control characters. */
export const lineSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(NO_CONTROL, 'must hold no control characters')
  .describe('One line of text.');

/** A machine-readable code of the service, such as a reason or an error. */
export const codeSchema = z.string().min(1).max(80).describe('Machine-readable code.');

/** An instant on its way in: RFC 3339 text with an offset, years 1970 to 9999; decoded to epoch ms. */
export const instantSchema = z
  .string()
  .refine(checkInstant, {
    message: 'must be an RFC 3339 instant with an offset, between 1970 and 9999',
    params: { code: 'invalid_instant' },
  })
  .transform(parseInstant)
  .meta({ format: 'date-time', description: 'RFC 3339 instant with an offset.' });

/** An instant on its way out: ISO text in UTC. */
export const instantTextSchema = z.string().meta({ format: 'date-time', description: 'RFC 3339 instant in UTC.' });

/** A count of credits, zero or more. */
export const creditsSchema = z.int().min(0).max(MAX_CREDITS).describe('Credits, a whole number.');

/** A count of credits, one or more. */
export const positiveCreditsSchema = z.int().min(1).max(MAX_CREDITS).describe('Credits, a whole number above zero.');

/** Money in minor units of its currency, zero or more. */
export const amountMinorSchema = z
  .int()
  .min(0)
  .max(MAX_AMOUNT_MINOR)
  .describe('Money in minor units of the currency, a whole number.');

/** A country. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code')
  .describe('Country as ISO 3166-1 alpha-2.');

/** A language of texts. */
export const localeSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a BCP 47 tag')
  .describe('Language of texts as a BCP 47 tag, for example en or zh-CN.');

/** An IANA time zone by its form; whether it exists is found out where the zones are. */
export const zoneSchema = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, 'must be an IANA time zone')
  .describe('IANA time zone, for example Europe/Paris.');

/** An e-mail address, compared and never written to: its form is not judged beyond having two parts. */
export const emailSchema = z
  .string()
  .max(320)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+$/, 'must be an e-mail address')
  .describe('E-mail address; kept encrypted, compared by a keyed hash.');

/** A telephone number as the customer writes it. */
export const phoneSchema = z
  .string()
  .max(40)
  .regex(/^\+?[0-9][0-9 ().\-/]{2,}$/, 'must be a telephone number')
  .describe('Telephone number; kept encrypted, compared by a keyed hash.');
