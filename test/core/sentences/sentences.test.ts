import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSentenceContext, SENTENCES } from '../../../server/contract/sentences.ts';
import { AUDIT_ACTIONS_OF_POLICIES } from '../../builders/audit-actions.ts';
import { wordPosition } from '../../../server/core/sentences/word-position.ts';
import { loadPolicyFolder } from '../../../server/main/load-policy-folder.ts';
import { buildGoldenBench, folderOf, POLICIES } from '../../golden/bench.ts';
import { generateBoundaryCases } from '../../../server/usecases/golden/generate-boundary-cases.ts';
import { buildRule, buildWindow } from '../../builders/policy-draft.ts';

const CHINESE = /\p{Script=Han}/u;

describe('every rule of every policy', () => {
  it.each(POLICIES)('of %s is one sentence in both languages that hides nothing', async (policy) => {
    const { content } = await loadPolicyFolder(folderOf(policy));
    const context = createSentenceContext(content.parameters);
    for (const rule of content.ruleset.rules) {
      const { en, zh } = SENTENCES.rule(rule, context);
      expect([rule.name, en]).toEqual([rule.name, expect.stringMatching(/^When .+: .+\./u)]);
      expect([rule.name, zh]).toEqual([rule.name, expect.stringMatching(/^当.+：.+。/u)]);
      expect(`${en}${zh}`).not.toMatch(/param\.|undefined|\{\}|\[object/u);
      expect(zh).toMatch(CHINESE);
      if (rule.event.params.clause !== undefined) expect(en).toContain(rule.event.params.clause);
    }
    for (const parameter of content.parameters)
      expect(SENTENCES.parameterValue(parameter).en).not.toMatch(/undefined|\[object/u);
  });
});

describe('a condition', () => {
  const context = createSentenceContext([buildWindow('cashRefundWindow', 10)]);

  it('prints a parameter’s value, joins all and any, and turns not round', () => {
    const window = { fact: 'order.paidToClaim', operator: 'outsideWindow', value: { fact: 'param.cashRefundWindow' } };
    const order = { fact: 'subject.kind', operator: 'equal', value: 'order' };
    expect(SENTENCES.condition({ all: [order, order, window] }, context).en).toBe(
      'Subject is order, Subject is order and Payment to claim is outside 10 days',
    );
    expect(SENTENCES.condition({ any: [order, window] }, context).zh).toBe(
      '以下至少一项：申请对象是 订单；付款至申请超出 10 天',
    );
    expect(SENTENCES.condition({ not: { all: [order] } }, context)).toEqual({
      en: 'it is not so that Subject is order',
      zh: '并非申请对象是 订单',
    });
  });

  it('says yes or no of what is so or not, and names what nobody knows as it stands', () => {
    expect(SENTENCES.comparison({ fact: 'subject.known', operator: 'notEqual', value: true }, context).en).toMatch(
      /: no$/u,
    );
    expect(SENTENCES.comparison({ fact: 'x.y', operator: 'odd', value: 1 }, context)).toEqual({
      en: 'x.y odd',
      zh: 'x.y odd',
    });
    expect(SENTENCES.comparison({ fact: 'x.y', operator: 'equal', value: { fact: 'param.gone' } }, context).en).toBe(
      'x.y is param.gone',
    );
  });

  it('marks a parameter without a value', () => {
    const { value: _value, ...rest } = buildWindow('w', 1);
    const unset = createSentenceContext([{ ...rest, provenance: 'unset' } as ReturnType<typeof buildWindow>]);
    expect(
      SENTENCES.comparison({ fact: 'order.paidToClaim', operator: 'withinWindow', value: { fact: 'param.w' } }, unset)
        .en,
    ).toBe('Payment to claim is within Window w (not set)');
  });
});

describe('effects and outcomes', () => {
  it('are told as people say them', () => {
    expect(SENTENCES.effect(buildRule('r', 1).event)).toEqual({ en: 'deny', zh: '拒绝' });
    expect(
      SENTENCES.outcome({
        disposition: 'granted',
        reasonCode: 'X',
        remedy: 'cash_full',
        credits: null,
        amountMinor: 999,
        currency: 'EUR',
      }),
    ).toEqual({ en: 'granted: full refund, 9.99 EUR', zh: '准予：全额退款，9.99 EUR' });
    expect(
      SENTENCES.outcome({
        disposition: 'granted',
        reasonCode: 'X',
        remedy: 'credit_restore',
        credits: 1,
        amountMinor: null,
        currency: null,
      }).en,
    ).toBe('granted: credits back, 1 credit');
    expect(
      SENTENCES.outcome({
        disposition: 'denied',
        reasonCode: 'TOO_LATE',
        remedy: null,
        credits: null,
        amountMinor: null,
        currency: null,
      }).zh,
    ).toBe('拒绝：TOO_LATE');
  });

  it('say what flips where the same is granted for another reason', () => {
    const outcome = (reasonCode: string) => ({
      disposition: 'granted' as const,
      reasonCode,
      remedy: 'cash_full' as const,
      credits: null,
      amountMinor: 1000,
      currency: 'USD',
    });
    expect(SENTENCES.flip(outcome('UNUSED_PACK'), outcome('STATUTORY_WITHDRAWAL'))).toEqual({
      en: 'granted: full refund, 10.00 USD, for another reason: unused pack → statutory withdrawal',
      zh: '准予：全额退款，10.00 USD，原因不同：套餐未使用 → 法定撤回',
    });
    expect(SENTENCES.flip(outcome('OUR_OWN'), outcome('OUR_OTHER')).en).toContain('OUR_OWN → OUR_OTHER');
  });

  it('say a known reason in words, on both sides of a flip', () => {
    const outcome = (disposition: 'denied' | 'referred', reasonCode: string) => ({
      disposition,
      reasonCode,
      remedy: null,
      credits: null,
      amountMinor: null,
      currency: null,
    });
    expect(SENTENCES.flip(outcome('referred', 'FACTS_MISSING'), outcome('denied', 'CASH_WINDOW_PASSED'))).toEqual({
      en: 'to a person: facts are missing → denied: the cash window had passed',
      zh: '转人工：缺少事实 → 拒绝：已过现金退款期限',
    });
    expect(SENTENCES.reason('toString')).toEqual({ en: 'toString', zh: 'toString' });
  });
});

describe('audit sentences', () => {
  it('there is one for every act on a policy version', () => {
    for (const action of AUDIT_ACTIONS_OF_POLICIES) expect(SENTENCES.audit(action).en, action).not.toBe(action);
    expect(SENTENCES.audit('never.heard')).toEqual({ en: 'never.heard', zh: 'never.heard' });
  });
});

describe('where a boundary case lies', () => {
  it('is told in both languages for every case that is made', async () => {
    const bench = await buildGoldenBench();
    const made = [...bench.folders].flatMap(([policy, { content, cases }]) =>
      content.parameters.flatMap((parameter) =>
        cases
          .slice(0, 12)
          .flatMap(({ golden }) => generateBoundaryCases(golden, policy, parameter.name, bench))
          .map((boundary) => ({ boundary, parameter })),
      ),
    );
    const moved = made.filter(({ boundary }) => boundary.position !== undefined);
    expect(moved.length).toBeGreaterThan(50);
    for (const { boundary, parameter } of moved) {
      const { en, zh } = wordPosition(boundary.name, parameter);
      expect(en.length).toBeGreaterThan(0);
      if (parameter.kind !== 'threshold')
        expect([boundary.name, zh]).toEqual([boundary.name, expect.stringMatching(CHINESE)]);
    }
  });

  it('gives the value it lies around', () => {
    expect(wordPosition('1 days before the end', buildWindow('w', 10))).toEqual({
      en: '10 days: 1 day before the last admissible instant',
      zh: '10 天：最后可受理时刻前 1 天',
    });
    expect(wordPosition('exactly', buildWindow('w', 10))).toEqual({ en: 'exactly', zh: 'exactly' });
  });
});

describe('a cell of a matrix', () => {
  it('names a platform as its maker writes it, and any other column by its id', () => {
    expect(SENTENCES.cellChange('ai_backgrounds', 'ios', 'no', 'yes').en).toBe('ai_backgrounds / iOS: no → yes');
    expect(['android', 'web', 'kiosk'].map(SENTENCES.column)).toEqual(['Android', 'Web', 'kiosk']);
  });
});

describe('the catalogue', () => {
  it('is fit for a browser: nothing that it imports reaches Node', () => {
    const folder = new URL('../../../server/core/sentences/', import.meta.url);
    for (const file of readdirSync(folder))
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/from '(node:|.*canonical-document)/u);
  });
});

describe('a rule’s name', () => {
  it.each(POLICIES)('is Chinese for Chinese readers, for every rule of %s', async (policy) => {
    const { content } = await loadPolicyFolder(folderOf(policy));
    const unnamed = content.ruleset.rules
      .map((rule) => rule.name)
      .filter((name) => !CHINESE.test(SENTENCES.ruleName(name).zh));
    expect(unnamed).toEqual([]);
  });

  it('is its own words where an owner added it', () => {
    expect(SENTENCES.ruleName('cash-window-passed')).toEqual({ en: 'Cash window passed', zh: '已过现金退款期限' });
    expect(SENTENCES.ruleName('to-string')).toEqual({ en: 'To string', zh: 'To string' });
    expect(SENTENCES.ruleName('constructor').zh).toBe('Constructor');
  });
});
