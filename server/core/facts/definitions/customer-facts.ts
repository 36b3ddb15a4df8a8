import { ACCOUNT_STATUSES } from '../../customers/customer-file.ts';
import { REGIONS } from '../derive-region.ts';
import type { FactDefinition } from '../fact-definition.ts';

/** Facts about the claimant and their bounded history. */
export const CUSTOMER_FACTS: readonly FactDefinition[] = [
  {
    name: 'customer.status',
    type: 'choice',
    options: ACCOUNT_STATUSES,
    source: 'redress.account.status_changed',
    label: { en: 'Account status', zh: '账户状态' },
    meaning: {
      en: 'State of the account; active unless the program said otherwise.',
      zh: '账户状态；项目未另行通知时为正常。',
    },
  },
  {
    name: 'customer.country',
    type: 'choice',
    source: 'redress.customer.updated',
    label: { en: 'Country', zh: '国家' },
    meaning: {
      en: "The customer's country (ISO 3166-1 alpha-2).",
      zh: '客户所在国家（ISO 3166-1 二位代码）。',
    },
  },
  {
    name: 'customer.region',
    type: 'choice',
    options: REGIONS,
    source: 'redress.customer.updated',
    label: { en: 'Legal region', zh: '法律区域' },
    meaning: {
      en: "Where the customer's country lies: eu (with the EEA), uk, or other.",
      zh: '客户国家所属区域：欧盟（含欧洲经济区）、英国或其他。',
    },
  },
  {
    name: 'customer.isConsumer',
    type: 'boolean',
    source: 'redress.customer.updated',
    label: { en: 'Consumer', zh: '消费者' },
    meaning: {
      en: 'The customer buys as a consumer and not for a business.',
      zh: '客户以消费者身份而非企业身份购买。',
    },
  },
  {
    name: 'customer.claimedAt',
    type: 'timeline',
    source: 'earlier claims',
    label: { en: 'Earlier claims', zh: '以往申请' },
    meaning: {
      en: 'When the customer filed earlier claims.',
      zh: '客户以往提交申请的时间。',
    },
  },
  {
    name: 'customer.refundedAt',
    type: 'timeline',
    source: 'earlier decisions',
    label: { en: 'Cash refunds granted', zh: '已批准退款' },
    meaning: {
      en: 'When cash was granted to the customer, at the decision.',
      zh: '批准向客户退款的决定时间。',
    },
  },
  {
    name: 'customer.paidAt',
    type: 'timeline',
    source: 'redress.order.paid',
    label: { en: 'Orders paid', zh: '已付订单' },
    meaning: {
      en: 'When the customer paid orders.',
      zh: '客户支付订单的时间。',
    },
  },
  {
    name: 'customer.refundHistory',
    type: 'ratio',
    source: 'redress.order.paid, earlier payouts',
    label: { en: 'Share of orders refunded', zh: '订单退款比例' },
    meaning: {
      en: 'Refunded orders among paid orders, both at the payment.',
      zh: '已付订单中被退款订单的比例，均按付款时间计。',
    },
  },
  {
    name: 'customer.purchaseRefundCyclesAt',
    type: 'timeline',
    source: 'redress.order.paid, earlier payouts',
    label: { en: 'Purchase and refund cycles', zh: '购买退款循环' },
    meaning: {
      en: 'Orders refunded in cash, at the refund.',
      zh: '已现金退款的订单，按退款时间计。',
    },
  },
];
