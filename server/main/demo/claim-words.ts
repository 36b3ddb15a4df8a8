import type { ClaimField, ClaimReason } from '../../core/cases/claim.ts';
import type { Person } from './person.ts';

/** What a customer writes, by reason and language. Every text says that it is invented. */
const WORDS: Readonly<Record<ClaimReason, readonly [en: string, zh: string]>> = {
  failed_generation: ['The run stopped and I got nothing for my credits.', '生成中断，扣了点数却没有结果。'],
  moderation_rejection: ['My harmless photo was rejected and charged.', '我的照片很正常，却被拒绝并扣了点数。'],
  poor_quality: ['The result does not look like what I asked for.', '生成的效果和我要求的不一样。'],
  faulty: ['The file is broken and does not open.', '文件损坏，无法打开。'],
  not_as_described: ['The feature does not do what the page promises.', '功能与页面上的介绍不符。'],
  unused_credits: ['I have not used this pack and would like my money back.', '这个套餐我没有用，想要退款。'],
  duplicate_charge: ['I was charged twice for one order.', '同一笔订单扣了两次款。'],
  unauthorised_purchase: ['I did not make this purchase.', '这笔购买不是我操作的。'],
  service_outage: ['I could not use the service for days.', '服务好几天都无法使用。'],
  balance_dispute: ['My balance is lower than it should be.', '我的余额比应有的少。'],
  account_closure: ['I closed my account and want the rest refunded.', '我已注销账号，希望退还剩余的金额。'],
  legal_withdrawal: ['I withdraw from this purchase.', '我要求撤销这次购买。'],
  other: ['Please look into this for me.', '请帮我看一下这个问题。'],
};

/** What a claim is about, for the words of it. Instants are epoch ms. */
export interface Matter {
  readonly reason: ClaimReason;
  readonly happenedAt: number;
  readonly orderId?: string;
  readonly generationId?: string;
  readonly amountText?: string;
}

/** Fills the wanted fields as this customer would. */
export function writeFields(
  names: readonly string[],
  person: Person,
  matter: Matter,
): Partial<Record<ClaimField, string>> {
  const [english, chinese] = WORDS[matter.reason];
  const text = person.locale === 'zh' ? `${chinese}（演示数据）` : `${english} (demonstration data)`;
  const day = new Date(matter.happenedAt).toISOString().slice(0, 16).replace('T', ' ');
  const known: Record<ClaimField, string> = {
    email: person.email,
    project: 'demo project',
    approximateTime: day,
    action: person.locale === 'zh' ? '点击了生成' : 'I pressed generate',
    expectation: person.locale === 'zh' ? '退还点数' : 'my credits back',
    transactionDate: day,
    amount: matter.amountText ?? '?',
    description: text,
    phone: person.phone,
    paymentTime: day,
    orderId: matter.orderId ?? `${person.customerId}-receipt`,
    generationId: matter.generationId ?? `${person.customerId}-result`,
    details: text,
    reason: text,
  };
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
}
