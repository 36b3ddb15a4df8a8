import type { FactDefinition } from '../fact-definition.ts';

/** Facts about the program's outages as they bear on the order concerned. */
export const OUTAGE_FACTS: readonly FactDefinition[] = [
  {
    name: 'order.longestOutage',
    type: 'duration',
    unit: 'ms',
    source: 'redress.incident.opened, redress.incident.closed',
    label: { en: 'Longest outage', zh: '最长中断' },
    meaning: {
      en: 'Longest complete outage of the program that began before the claim was sent, from the payment on, to its end or the decision; 0 if none.',
      zh: '申请发送前开始的最长完全中断，自付款起至中断结束或作出决定；没有则为 0。',
    },
  },
  {
    name: 'order.outageOpen',
    type: 'boolean',
    source: 'redress.incident.opened, redress.incident.closed',
    label: { en: 'Outage still open', zh: '中断仍在持续' },
    meaning: {
      en: 'A complete outage that began before the claim was sent has not closed.',
      zh: '申请发送前开始的完全中断尚未结束。',
    },
  },
  {
    name: 'order.outageRemedyOffered',
    type: 'boolean',
    source: 'redress.incident.opened, redress.incident.closed',
    label: { en: 'Outage remedy offered', zh: '已提供中断补偿' },
    meaning: {
      en: 'A remedy was offered for a complete outage that counts for this order; unknown where such an outage says nothing about it.',
      zh: '对计入该订单的完全中断已提供补偿；若该中断未说明则为未知。',
    },
  },
];
