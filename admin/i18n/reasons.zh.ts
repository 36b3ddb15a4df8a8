import type { reasonsEn } from './reasons.en.ts';
import type { SameKeys } from './shape.ts';

/** The reason codes in Chinese. */
export const reasonsZh: SameKeys<typeof reasonsEn> = {
  reason: {
    ABUSE_PATTERN: '此前多次退款', ACCOUNT_CLOSED: '账户已注销', ACCOUNT_TERMINATED: '账户已终止', ACTOR_MISMATCH: '并非持有人发起', ALREADY_OPEN: '同一事项已有未结案件',
    ALREADY_REFUNDED: '订单已全额退款', ALREADY_RESTORED: '积分已返还', AMOUNT_ZERO: '金额为零', BALANCE_REVIEW: '余额有争议', BANNED_UNUSED_PACK: '已封禁且套餐未使用',
    BILLING_FAULT_REVIEW: '报告了账务问题', CASH_WINDOW_PASSED: '已过现金退款期限', CHARGEBACK_WITHOUT_CONTACT: '未先联系即拒付', CLEARLY_UNUSABLE: '明显无法使用', CONSUMED_NOT_CASHABLE: '已消耗积分不退现金',
    COURTESY: '对不佳结果的补偿', COURTESY_CAP_REACHED: '已达补偿上限', CREDITS_CONSUMED: '积分已用完', CREDITS_FORFEITED: '积分已没收', CREDITS_USED: '积分已使用', DELIVERED: '结果已交付',
    DELIVERY_EXCEPTION: '已交付的例外', DENIED_GENERIC: '不说明原因', DISPUTE_LOST: '银行已退回付款', DISPUTE_OPEN: '银行正在核查付款', DISSATISFACTION: '仅因不满意', DUPLICATE_CHARGE: '重复扣款',
    DUPLICATE_NOT_CONFIRMED: '未确认重复扣款', DUPLICATE_USED: '重复购买的积分已使用', ENGINE_ERROR: '引擎出错', FACTS_MISSING: '缺少事实', FAILED_ACTION: '操作失败', FAILED_RUN: '运行失败',
    FAILURE_NOT_CONFIRMED: '失败未经确认', FAILURE_NOT_TECHNICAL: '并非技术性失败', FEATURE_NOT_ELIGIBLE: '该功能不适用', FEATURE_NOT_LISTED: '该功能未列出', FIELDS_MISSING: '缺少必填信息',
    GENERATION_FAILED: '生成失败', MISUSE_SAFEGUARD: '防滥用措施', MODERATION_CAP_REACHED: '已达审核返还上限', MODERATION_RETURN: '被审核拒绝', NON_REFUNDABLE: '不可退款', NOTHING_CHARGED: '未扣费',
    NOT_CLEARLY_UNUSABLE: '并非明显无法使用', NO_AUTOMATIC_CASH: '不自动退现金', NO_FAILURE_RECORDED: '没有失败记录', OUTAGE: '服务中断', OUTAGE_NOT_OVER: '中断尚未结束', OUTAGE_PARTLY_USED: '服务中断且部分已用',
    OUTAGE_REVIEW: '待查看的服务中断', OUTAGE_TOO_SHORT: '中断时间过短', OUTPUT_DELIVERED: '输出已交付', PARTLY_USED_PACK: '套餐部分已用', POLICY_SILENT: '政策未作规定', QUALITY_NOT_REFUNDABLE: '质量问题不退款',
    QUALITY_REVIEW: '待查看的质量问题', REFUND_UNDER_WAY: '退款处理中', REPEATED_CLAIM: '重复申请', REPORTED_TOO_LATE: '报告过晚', RESULT_REQUIRED: '需要提供结果', SENDER_NOT_RECOGNISED: '发件人无法识别',
    STATUTORY_CONFORMITY: '法定相符性', STATUTORY_FACTS_MISSING: '缺少法定底线所需事实', STATUTORY_REVIEW: '法定撤回，部分已用', STATUTORY_WITHDRAWAL: '法定撤回', STYLE_MATCHES_REQUEST: '风格与要求一致',
    SUBJECTIVE: '个人喜好', SUBJECT_NOT_FOUND: '申请对象未知', SURFACE_NOT_ELIGIBLE: '该产品区域不适用', TECHNICAL_FAILURE: '技术故障', UNAUTHORISED_PURCHASE: '未授权购买', UNUSED_CREDITS_REVIEW: '待查看的未用积分',
    UNUSED_PACK: '套餐未使用', USE_UNSETTLED: '使用情况未定', WINDOW_PASSED: '已过期限',
  },
};
