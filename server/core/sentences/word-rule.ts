import type { Remedy } from '../decisions/remedy.ts';
import type { Words } from '../policies/operators/operator.ts';
import type { Rule, Stage } from '../policies/ruleset.ts';
import { wordCondition } from './word-condition.ts';
import type { SentenceContext } from './word-condition.ts';

const REMEDIES: Readonly<Record<Remedy, Words>> = {
  cash_full: { en: 'refund in full', zh: '全额退款' },
  cash_pro_rata: { en: 'refund the unused share', zh: '按未使用比例退款' },
  credit_restore: { en: 'give the credits back', zh: '返还积分' },
  courtesy_credit: { en: 'give courtesy credits', zh: '发放补偿积分' },
};

const STAGES: Readonly<Record<Stage, Words>> = {
  integrity: { en: 'integrity', zh: '完整性' },
  freeze: { en: 'freeze', zh: '冻结' },
  restore: { en: 'restore', zh: '返还' },
  billing: { en: 'billing', zh: '计费' },
  eligibility: { en: 'eligibility', zh: '资格' },
  quality: { en: 'quality', zh: '质量' },
  fallback: { en: 'fallback', zh: '兜底' },
};

/** The name of a stage. */
export function wordStage(stage: Stage): Words {
  return STAGES[stage];
}

/** What a rule does when it decides: "refund in full", "send to a person (disputes)". */
export function wordEffect({ type, params }: Rule['event']): Words {
  switch (type) {
    case 'grant':
      return params.remedy === undefined ? { en: 'grant', zh: '准予' } : REMEDIES[params.remedy];
    case 'deny':
      return { en: 'deny', zh: '拒绝' };
    case 'refer':
      return params.queue === undefined
        ? { en: 'send to a person', zh: '转人工' }
        : { en: `send to a person (${params.queue})`, zh: `转人工（${params.queue}）` };
    case 'needs_info':
      return { en: 'ask the customer for what is missing', zh: '请客户补充信息' };
    case 'no_action':
      return { en: 'close without action', zh: '无需处理' };
  }
}

/** A rule as one sentence: "When …: deny. ANUMI-4d". */
export function wordRule(rule: Pick<Rule, 'conditions' | 'event'>, context: SentenceContext): Words {
  const condition = wordCondition(rule.conditions, context);
  const effect = wordEffect(rule.event);
  const clause = rule.event.params.clause;
  return {
    en: `When ${condition.en}: ${effect.en}.${clause === undefined ? '' : ` ${clause}`}`,
    zh: `当${condition.zh}：${effect.zh}。${clause ?? ''}`,
  };
}
