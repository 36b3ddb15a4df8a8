import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../server/core/decisions/compute-grant.ts';
import { writeCustomerMessage } from '../../../server/engine/decide/write-customer-message.ts';
import { buildContent, genericDenials } from './support.ts';

const CASH: Grant = { kind: 'cash', amountMinor: 999, currency: 'EUR' };
const CREDITS: Grant = { kind: 'credits', credits: 5, lots: [] };
const granted = (grant: Grant | null, reasonCode = 'YES') => ({
  disposition: 'granted' as const,
  reasonCode,
  grant,
  missing: [],
});
const denied = { disposition: 'denied' as const, reasonCode: 'NO', grant: null, missing: [] };
const asked = {
  disposition: 'needs_info' as const,
  reasonCode: 'ASK',
  grant: null,
  missing: ['description', 'outputReference', 'else'],
};

const content = buildContent([], {
  defaultLocale: 'fr',
  messages: {
    en: {
      YES: '{amount}{credits} from {program}',
      NO: 'Too late.',
      ASK: 'Send {missing}.',
      ONLY_EN: 'en',
      DENIED_GENERIC: 'Thank you.',
    },
    fr: { YES: 'fr {amount}' },
    zh: { YES: '退 {amount}', ASK: '请提供{missing}。' },
    'zh-TW': { YES: '繁體' },
  },
});

describe('the language', () => {
  it.each([
    ['zh-TW', 'zh-TW', '繁體'],
    ['zh-CN', 'zh', '退 9.99 EUR'],
    ['zh_Hans_CN', 'zh', '退 9.99 EUR'],
    ['ZH', 'zh', '退 9.99 EUR'],
    ['de', 'fr', 'fr 9.99 EUR'],
    ['', 'fr', 'fr 9.99 EUR'],
    ['__proto__', 'fr', 'fr 9.99 EUR'],
    ['constructor', 'fr', 'fr 9.99 EUR'],
  ])('of a claim in %j is %s', (claimed, locale, customer) => {
    expect(writeCustomerMessage(granted(CASH), content, null, claimed)).toEqual({ customer, locale });
  });

  it('is the first that has a text for the reason', () => {
    expect(writeCustomerMessage(granted(null, 'ONLY_EN'), content, null, 'zh')).toEqual({
      customer: 'en',
      locale: 'en',
    });
  });
});

describe('the text', () => {
  it('names amount, credits and program', () => {
    expect(writeCustomerMessage(granted(CASH), content, null, 'en').customer).toBe('9.99 EUR from Anumi');
    expect(writeCustomerMessage(granted(CREDITS), content, null, 'en').customer).toBe('5 from Anumi');
    expect(writeCustomerMessage(granted(null), content, null, 'en').customer).toBe(' from Anumi');
  });

  it('names what is missing as the customer would', () => {
    expect(writeCustomerMessage(asked, content, null, 'en').customer).toBe(
      'Send a description of what happened, a link to the result or the file itself, else.',
    );
    expect(writeCustomerMessage(asked, content, null, 'zh').customer).toBe(
      '请提供问题描述、生成结果的链接或文件、else。',
    );
  });

  it("is the floor's where the policy has none, and the policy's where both have one", () => {
    const floor = buildContent([], { messages: { en: { LAW: 'The law.', YES: 'floor' } } });
    expect(writeCustomerMessage(granted(CASH, 'LAW'), content, floor, 'en').customer).toBe('The law.');
    expect(writeCustomerMessage(granted(CREDITS), content, floor, 'en').customer).toBe('5 from Anumi');
  });

  it('says something true where nobody wrote a text', () => {
    expect(writeCustomerMessage(granted(CASH, 'toString'), content, null, 'en')).toEqual({
      customer: 'Your request has been granted.',
      locale: 'en',
    });
  });
});

describe('a denial without a reason', () => {
  const silent = { ...content, parameters: [genericDenials()] };

  it('is answered with the same words whatever the reason', () => {
    expect(writeCustomerMessage(denied, content, null, 'en').customer).toBe('Too late.');
    expect(writeCustomerMessage(denied, silent, null, 'en').customer).toBe('Thank you.');
    expect(writeCustomerMessage({ ...denied, reasonCode: 'OTHER' }, silent, null, 'en').customer).toBe('Thank you.');
  });

  it('gives no reason away where the generic text itself is missing', () => {
    const bare = { ...silent, messages: { en: { NO: 'Too late.' } } };
    expect(writeCustomerMessage(denied, bare, null, 'en').customer).toBe(
      'We have looked at your request and cannot grant it.',
    );
  });

  it('leaves every other answer as it is', () => {
    expect(writeCustomerMessage(granted(CASH), silent, null, 'en').customer).toBe('9.99 EUR from Anumi');
    expect(writeCustomerMessage(asked, silent, null, 'zh').locale).toBe('zh');
  });
});
