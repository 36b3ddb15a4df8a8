import { SENTENCES } from '../../server/contract/sentences.ts';
import type { SameKeys } from './shape.ts';
import { wordsEn } from './words.en.ts';

/** The Chinese words of choices, as the sentences of rules and traces have them. */
function wordChoices<Choice extends string>(english: Readonly<Record<Choice, string>>): Record<Choice, string> {
  const choices = Object.keys(english) as Choice[];
  return Object.fromEntries(choices.map((choice) => [choice, SENTENCES.choice(choice).zh])) as Record<Choice, string>;
}

/** The words of the domain in Chinese. */
export const wordsZh: SameKeys<typeof wordsEn> = {
  disposition: { granted: '准予', denied: '拒绝', referred: '转人工', needs_info: '待补充', no_action: '无需处理' },
  wouldBe: { grant: '将准予', deny: '将拒绝', refer: '将转人工', needs_info: '将请求补充', no_action: '将关闭' },
  versionStatus: {
    draft: '草稿',
    submitted: '待审批',
    approved: '审批通过',
    scheduled: '已排期',
    live: '生效中',
    retired: '已停用',
    rejected: '已驳回',
    withdrawn: '已撤回',
    discarded: '已丢弃',
  },
  payoutStatus: {
    queued: '排队中',
    sending: '发送中',
    submitted: '已提交服务商',
    settled: '已到账',
    pending_approval: '待服务商审批',
    requires_action: '需要操作',
    unknown: '结果未知',
    failed: '失败',
    rejected: '被拒',
    reversed: '已冲回',
    cancelled: '已取消',
  },
  caseStatus: { awaiting_customer: '等待客户', in_review: '等待人工', settling: '执行中', closed: '已关闭' },
  closure: { decided: '已裁定', superseded: '被新申请取代', already_paid: '此前已付款' },
  remedy: {
    credit_restore: '返还积分',
    courtesy_credit: '补偿积分',
    cash_full: '全额退款',
    cash_pro_rata: '按未使用比例退款',
  },
  requestedRemedy: wordChoices(wordsEn.requestedRemedy),
  subjectType: wordChoices(wordsEn.subjectType),
  claimReason: wordChoices(wordsEn.claimReason),
  claimIssue: wordChoices(wordsEn.claimIssue),
  channel: wordChoices(wordsEn.channel),
  evidenceKind: wordChoices(wordsEn.evidenceKind),
  // Fields are told without saying that they are numbers.
  claimField: { ...wordChoices(wordsEn.claimField), orderId: '订单', generationId: '生成' },
  effectKind: {
    credit_restore: '返还积分',
    courtesy_credit: '补偿积分',
    cash_refund: '退款',
    credit_hold: '冻结积分',
    credit_forfeit: '没收积分',
    account_action: '账户措施',
  },
  effectState: { reserved: '已承诺', posted: '已完成', released: '已释放', reversed: '已冲回', proposed: '已建议' },
  entryKind: {
    order_paid: '订单付款',
    credits_granted: '发放积分',
    credits_spent: '消耗积分',
    credits_restored: '返还积分',
    courtesy_granted: '发放补偿',
    refund_promised: '承诺退款',
    refund_settled: '退款到账',
    refund_reversed: '退款冲回',
    credits_voided: '积分作废',
    void_reversed: '作废冲回',
    credits_forfeited: '没收积分',
    refunded_externally: '服务商退款',
    dispute_lost: '争议败诉',
    courtesy_reversed: '补偿冲回',
    restore_reversed: '返还冲回',
  },
  lotSource: {
    order: '付费订单',
    bonus: '赠送',
    trial: '试用',
    promotion: '促销',
    referral: '推荐',
    subscription: '订阅',
    courtesy: '补偿',
  },
  role: {
    admin: '管理员',
    policy_owner: '政策负责人',
    policy_approver: '政策审批人',
    legal_owner: '法务负责人',
    reviewer: '复核员',
    auditor: '审计员',
    operator: '运维员',
  },
  actor: {
    user: '人员',
    key: '密钥',
    system: '服务',
  },
  actorPart: {
    adjudication: '服务（裁定）',
    bootstrap: '服务（首次启动）',
    cli: '命令行',
    ledger: '服务（入账）',
    payouts: '服务（付款）',
  },
  stage: {
    integrity: '完整性',
    freeze: '冻结',
    restore: '返还',
    billing: '账务',
    eligibility: '资格',
    quality: '质量',
    fallback: '兜底',
  },
  state: { held: '成立', failed: '不成立', unknown: '未知', off: '停用', not_applicable: '不适用' },
};
