import { DISPUTE_STATES } from '../../customers/customer-file.ts';
import type { FactDefinition } from '../fact-definition.ts';

const PAYMENT_PROVIDERS = ['stripe', 'paddle', 'polar', 'alipay', 'wechatpay', 'sandbox'];

/** Facts about the order concerned: the subject, or the one whose lot paid most of the subject generation. */
export const ORDER_FACTS: readonly FactDefinition[] = [
  {
    name: 'order.provider',
    type: 'choice',
    options: PAYMENT_PROVIDERS,
    source: 'redress.order.paid',
    label: { en: 'Payment provider', zh: '支付服务商' },
    meaning: {
      en: 'The provider that took the payment.',
      zh: '收款的支付服务商。',
    },
  },
  {
    name: 'order.method',
    type: 'choice',
    source: 'redress.order.paid',
    label: { en: 'Payment method', zh: '支付方式' },
    meaning: {
      en: 'The payment method, as the provider names it.',
      zh: '支付方式，按服务商的名称。',
    },
  },
  {
    name: 'order.paidToClaim',
    type: 'interval',
    source: 'redress.order.paid, claim',
    label: { en: 'Payment to claim', zh: '付款至申请' },
    meaning: {
      en: "From the payment to the claim's sending, in the customer's zone; unknown where the claim was sent first.",
      zh: '从付款到发送申请的时间，按客户时区计；申请早于付款时为未知。',
    },
  },
  {
    name: 'order.creditsBought',
    type: 'integer',
    unit: 'credits',
    source: 'redress.order.paid',
    label: { en: 'Credits bought', zh: '购买积分' },
    meaning: {
      en: 'Credits that the order bought.',
      zh: '订单购买的积分数。',
    },
  },
  {
    name: 'order.creditsUsedNet',
    type: 'integer',
    unit: 'credits',
    source: 'redress.generation.charged, earlier decisions',
    label: { en: 'Credits used, net', zh: '净使用积分' },
    meaning: {
      en: 'Credits of the order that were spent, less what was restored or promised back.',
      zh: '订单中已使用的积分，减去已退还或承诺退还的。',
    },
  },
  {
    name: 'order.creditsLeft',
    type: 'integer',
    unit: 'credits',
    source: 'redress.generation.charged, earlier decisions',
    label: { en: 'Credits left', zh: '剩余积分' },
    meaning: {
      en: 'Credits of the order that remain, those promised back included.',
      zh: '订单剩余的积分，含承诺退还的。',
    },
  },
  {
    name: 'order.creditsDelivered',
    type: 'integer',
    unit: 'credits',
    source: 'redress.generation.succeeded, earlier decisions',
    label: { en: 'Credits delivered', zh: '已交付积分' },
    meaning: {
      en: 'Credits of the order spent on generations that succeeded, less what was restored.',
      zh: '订单中用于成功生成的积分，减去已退还的。',
    },
  },
  {
    name: 'order.refundableMinor',
    type: 'integer',
    unit: 'minor',
    source: 'redress.order.paid, redress.order.refunded_externally, earlier payouts',
    label: { en: 'Refundable', zh: '可退金额' },
    meaning: {
      en: 'What can still be refunded of the order, refunds under way counted as done.',
      zh: '订单仍可退的金额，进行中的退款视为已退。',
    },
  },
  {
    name: 'order.fullyRefunded',
    type: 'boolean',
    source: 'redress.order.paid, redress.order.refunded_externally, earlier payouts',
    label: { en: 'Fully refunded', zh: '已全额退款' },
    meaning: {
      en: 'Nothing of what was paid is left to refund, or a cash payout settled and no credits are left.',
      zh: '已付款项没有可退余额，或现金退款已到账且没有剩余积分。',
    },
  },
  {
    name: 'order.externallyRefundedMinor',
    type: 'integer',
    unit: 'minor',
    source: 'redress.order.refunded_externally',
    label: { en: 'Refunded by others', zh: '外部退款' },
    meaning: {
      en: 'What the payment provider refunded on its own.',
      zh: '支付服务商自行退还的金额。',
    },
  },
  {
    name: 'order.refundUnderWay',
    type: 'boolean',
    source: 'earlier payouts',
    label: { en: 'Refund under way', zh: '退款进行中' },
    meaning: {
      en: 'A cash refund of the order is promised and has not settled.',
      zh: '该订单的现金退款已承诺但尚未到账。',
    },
  },
  {
    name: 'order.duplicateConfirmed',
    type: 'boolean',
    source: 'redress.order.payment_error',
    label: { en: 'Duplicate confirmed', zh: '重复扣款已确认' },
    meaning: {
      en: 'The processor said that this order duplicates another.',
      zh: '支付方确认该订单与另一订单重复。',
    },
  },
  {
    name: 'order.previousSameOrderToThis',
    type: 'interval',
    source: 'redress.order.paid',
    label: { en: 'Previous same order', zh: '上一相同订单' },
    meaning: {
      en: "From the customer's previous order of the same product and amount to this one.",
      zh: '从客户上一笔相同商品和金额的订单到本订单的时间。',
    },
  },
  {
    name: 'order.dispute',
    type: 'choice',
    options: DISPUTE_STATES,
    source: 'redress.dispute.opened, redress.dispute.closed',
    label: { en: 'Dispute', zh: '支付争议' },
    meaning: {
      en: 'State of the payment dispute; of several, open before lost before won.',
      zh: '支付争议的状态；多个时依次取进行中、败诉、胜诉。',
    },
  },
  {
    name: 'order.contactedBeforeDispute',
    type: 'boolean',
    source: 'earlier claims, redress.dispute.opened',
    label: { en: 'Contacted before dispute', zh: '争议前已联系' },
    meaning: {
      en: 'The customer filed a claim about this order, or a generation paid from it, before the dispute opened.',
      zh: '客户在争议发起前已就该订单或由其支付的生成提交过申请。',
    },
  },
  {
    name: 'order.withdrawalWaived',
    type: 'boolean',
    source: 'redress.order.paid',
    label: { en: 'Withdrawal waived', zh: '已放弃撤回权' },
    meaning: {
      en: 'The customer gave up the right of withdrawal at the purchase.',
      zh: '客户在购买时放弃了撤回权。',
    },
  },
  {
    name: 'order.accessBegan',
    type: 'boolean',
    source: 'redress.generation.charged',
    label: { en: 'Use began', zh: '已开始使用' },
    meaning: {
      en: 'Any credits of the order were ever spent, whether restored since or not.',
      zh: '订单的积分曾被使用，无论之后是否退还。',
    },
  },
];
