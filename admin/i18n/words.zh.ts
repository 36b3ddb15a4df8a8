import type { SameKeys } from './shape.ts';
import type { wordsEn } from './words.en.ts';

/** The words of the domain in Chinese. */
export const wordsZh: SameKeys<typeof wordsEn> = {
  disposition: { granted: '准予', denied: '拒绝', referred: '转人工', needs_info: '待补充', no_action: '无需处理' },
  wouldBe: { grant: '将准予', deny: '将拒绝', refer: '将转人工', needs_info: '将请求补充', no_action: '将关闭' },
  versionStatus: {
    draft: '草稿', submitted: '待审批', approved: '审批通过', scheduled: '已排期', live: '生效中', retired: '已停用', rejected: '已驳回',
    withdrawn: '已撤回', discarded: '已丢弃',
  },
  payoutStatus: {
    queued: '排队中', sending: '发送中', submitted: '已提交服务商', settled: '已到账', pending_approval: '待服务商审批', requires_action: '需要操作',
    unknown: '结果未知', failed: '失败', rejected: '被拒', reversed: '已冲回', cancelled: '已取消',
  },
  caseStatus: { awaiting_customer: '等待客户', in_review: '等待人工', settling: '执行中', closed: '已关闭' },
  closure: { decided: '已裁定', superseded: '被新申请取代', already_paid: '此前已付款' },
  remedy: { credit_restore: '返还积分', courtesy_credit: '补偿积分', cash_full: '全额退款', cash_pro_rata: '按未使用比例退款' },
  requestedRemedy: { cash: '现金', credits: '积分' },
  subjectType: { order: '订单', generation: '生成', wallet: '钱包' },
  claimReason: {
    failed_generation: '生成失败', moderation_rejection: '被审核拒绝', poor_quality: '质量不佳', faulty: '存在缺陷', not_as_described: '与描述不符',
    unused_credits: '积分未使用', duplicate_charge: '重复扣款', unauthorised_purchase: '未授权购买', service_outage: '服务中断', balance_dispute: '余额争议',
    account_closure: '注销账户', legal_withdrawal: '法定撤回', other: '其他',
  },
  claimIssue: {
    no_resemblance: '不相似', wrong_style: '风格错误', broken_anatomy: '人体结构错误', guideline_violation: '违反准则', unusable: '无法使用', subjective: '主观感受',
    other: '其他',
  },
  channel: { api: '接口', email: '电子邮件', web_support: '客服表单', in_app: '应用内' },
  evidenceKind: { output_reference: '输出引用', link: '链接', file: '文件' },
  claimField: {
    email: '电子邮件', project: '项目', approximateTime: '大致时间', action: '操作', expectation: '期望', transactionDate: '交易日期', amount: '金额',
    description: '描述', phone: '电话', paymentTime: '付款时间', orderId: '订单', generationId: '生成', details: '详情', reason: '原因',
  },
  effectKind: {
    credit_restore: '返还积分', courtesy_credit: '补偿积分', cash_refund: '退款', credit_hold: '冻结积分', credit_forfeit: '没收积分', account_action: '账户措施',
  },
  effectState: { reserved: '已承诺', posted: '已完成', released: '已释放', reversed: '已冲回', proposed: '已建议' },
  entryKind: {
    order_paid: '订单付款', credits_granted: '发放积分', credits_spent: '消耗积分', credits_restored: '返还积分', courtesy_granted: '发放补偿', refund_promised: '承诺退款',
    refund_settled: '退款到账', refund_reversed: '退款冲回', credits_voided: '积分作废', void_reversed: '作废冲回', credits_forfeited: '没收积分',
    refunded_externally: '服务商退款', dispute_lost: '争议败诉', courtesy_reversed: '补偿冲回', restore_reversed: '返还冲回',
  },
  lotSource: { order: '付费订单', bonus: '赠送', trial: '试用', promotion: '促销', referral: '推荐', subscription: '订阅', courtesy: '补偿' },
  role: {
    admin: '管理员', policy_owner: '政策负责人', policy_approver: '政策审批人', legal_owner: '法务负责人', reviewer: '复核员', auditor: '审计员', operator: '运维员',
  },
  actor: { user: '人员', key: '密钥', system: '服务：' },
  stage: { integrity: '完整性', freeze: '冻结', restore: '返还', billing: '账务', eligibility: '资格', quality: '质量', fallback: '兜底' },
  state: { held: '成立', failed: '不成立', unknown: '未知', off: '停用', not_applicable: '不适用' },
};
