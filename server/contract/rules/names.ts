import { z } from 'zod';

/** Names that rules, files and owners use to point at each other; their form keeps the kinds apart at a glance. */

/** A program or policy: `post-remixer`. */
export const policyNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u)
  .max(60)
  .describe('Name of the program or policy: lower case words joined by hyphens.');

/** A rule: `cash-window-passed`. */
export const ruleNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u)
  .max(80)
  .describe('Name of the rule, unique in its ruleset: lower case words joined by hyphens.');

/** A parameter: `cashRefundWindow`. */
export const parameterNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/u)
  .max(60)
  .describe('Name of the parameter, by which rules refer to it as param.<name>.');

/** A reason code: `CASH_WINDOW_PASSED`. */
export const reasonCodeSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/u)
  .max(60)
  .describe('Stable code of an outcome: upper case words joined by underscores.');

/** A clause of a published text: `ANUMI-4d`. */
export const clauseIdSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*-[0-9]+[a-z]?$/u)
  .max(40)
  .describe('Id of a numbered statement of the published policy text.');

/** A locale of customer messages: `en`, `zh`. */
export const localeSchema = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/u)
  .describe('Language of a text, as a BCP 47 tag.');

/** A country, for its holidays and its law: `DE`. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/u)
  .describe('Country as ISO 3166-1 alpha-2.');

/** An IANA zone, in whose local days windows are counted: `Europe/Paris`. */
export const zoneSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/u)
  .max(60)
  .describe('IANA time zone in which local days are counted.');
