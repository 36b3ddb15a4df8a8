import type { Disposition } from '../../core/decisions/decision.ts';
import { GENERIC_DENIAL, isDenialGeneric } from '../../core/decisions/denial-disclosure.ts';
import { labelMissing } from '../../core/decisions/missing-labels.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import type { Messages, PolicyContent } from '../../core/policies/policy-version.ts';
import type { Finding } from './finding.ts';

/** A text and the language it is in. */
export interface CustomerMessage {
  readonly customer: string;
  readonly locale: string;
}

/** Said where a policy has no text for a reason: nothing that could be wrong, and no reason. */
const LAST_RESORT: Readonly<Record<Disposition, string>> = {
  granted: 'Your request has been granted.',
  denied: 'We have looked at your request and cannot grant it.',
  referred: 'A member of our team will look at your request.',
  needs_info: 'We need more information to look into your request.',
  no_action: 'There is nothing left to do about your request.',
};

/**
 * Writes what the customer reads, in the first language that has a text: the claim's own, its language without region,
 * the policy's default, English. `floor` is asked where the policy has no text. A policy that discloses no reason for
 * its denials answers each with the same words.
 */
export function writeCustomerMessage(
  finding: Pick<Finding, 'disposition' | 'reasonCode' | 'grant' | 'missing'>,
  content: PolicyContent,
  floor: PolicyContent | null,
  claimLocale: string,
): CustomerMessage {
  const generic = finding.disposition === 'denied' && isDenialGeneric(content);
  const code = generic ? GENERIC_DENIAL : finding.reasonCode;
  const sources = floor === null ? [content.messages] : [content.messages, floor.messages];
  for (const locale of listLocales(claimLocale, content.defaultLocale)) {
    for (const messages of sources) {
      const text = findText(messages, locale, code);
      if (text !== undefined) return { customer: fillIn(text, finding, content, locale), locale };
    }
  }
  return { customer: LAST_RESORT[finding.disposition], locale: 'en' };
}

function listLocales(claimed: string, fallback: string): ReadonlySet<string> {
  const [language = ''] = claimed.split(/[-_]/u);
  return new Set([claimed, language.toLowerCase(), fallback, 'en']);
}

function findText(messages: Messages, locale: string, code: string): string | undefined {
  const texts = Object.hasOwn(messages, locale) ? messages[locale] : undefined;
  return texts !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;
}

function fillIn(
  text: string,
  { grant, missing }: Pick<Finding, 'grant' | 'missing'>,
  content: PolicyContent,
  locale: string,
): string {
  return text.replaceAll(/\{(amount|credits|missing|program)\}/gu, (_whole, name: string) => {
    if (name === 'missing') return labelMissing(missing, locale);
    if (name === 'program') return content.name;
    if (grant === null) return '';
    if (name === 'credits') return grant.kind === 'credits' ? String(grant.credits) : '';
    return grant.kind === 'cash' ? formatMoney(grant.amountMinor, grant.currency) : '';
  });
}
