import type { ClaimField } from '../cases/claim.ts';

type Label = { readonly en: string; readonly zh: string };

/** What the fields and the evidence of a claim are called when a customer is asked for them. */
const LABELS: Readonly<Record<ClaimField | 'outputReference', Label>> = {
  email: { en: 'your e-mail address', zh: '您的邮箱地址' },
  project: { en: 'the project', zh: '项目名称' },
  approximateTime: { en: 'roughly when it happened', zh: '大致发生时间' },
  action: { en: 'what you were doing', zh: '您当时进行的操作' },
  expectation: { en: 'what you expected', zh: '您期望的结果' },
  transactionDate: { en: 'the date of the payment', zh: '付款日期' },
  amount: { en: 'the amount', zh: '金额' },
  description: { en: 'a description of what happened', zh: '问题描述' },
  phone: { en: 'your phone number', zh: '您的手机号' },
  paymentTime: { en: 'the time of the payment', zh: '付款时间' },
  orderId: { en: 'the order number', zh: '订单号' },
  generationId: { en: 'the number of the generation', zh: '生成编号' },
  details: { en: 'the details', zh: '详细情况' },
  reason: { en: 'the reason', zh: '原因' },
  outputReference: { en: 'a link to the result or the file itself', zh: '生成结果的链接或文件' },
};

/** Names the missing things as a customer would, in the language of `locale` where we have it; unknown names stay. */
export function labelMissing(missing: readonly string[], locale: string): string {
  const language = locale.startsWith('zh') ? 'zh' : 'en';
  const labels: Readonly<Record<string, Label>> = LABELS;
  const names = missing.map((name) => (Object.hasOwn(labels, name) ? (labels[name]?.[language] ?? name) : name));
  return names.join(language === 'zh' ? '、' : ', ');
}
