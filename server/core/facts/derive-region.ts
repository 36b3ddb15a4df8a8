import { UNKNOWN } from './fact-value.ts';

/** Legal regions that a statutory floor distinguishes. */
export const REGIONS = ['eu', 'uk', 'other'] as const;
/** One of {@link REGIONS}. */
export type Region = (typeof REGIONS)[number];

/**
 * Countries in which the Union's consumer law applies: its 27 members, the three EEA states that are not members, and
 * the parts of members with a country code of their own that belong to the Union's territory (outermost regions, Åland).
 */
const EEA: ReadonlySet<string> = new Set(
  [
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
    'IS LI NO',
    'AX GF GP MF MQ RE YT',
  ].flatMap((codes) => codes.split(' ')),
);

/** The region of a country (ISO 3166-1 alpha-2); unknown without one. */
export function deriveRegion(country: string | undefined): Region | typeof UNKNOWN {
  if (country === undefined) return UNKNOWN;
  if (country === 'GB') return 'uk';
  return EEA.has(country) ? 'eu' : 'other';
}
