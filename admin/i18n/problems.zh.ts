import type { ErrorCode } from '../../server/contract/error-registry.ts';

/** Titles of the API’s errors in Chinese. In English the API’s own titles are shown. */
export const problemsZh: Readonly<Partial<Record<ErrorCode, string>>> = {
  MALFORMED_JSON: '内容不是有效的 JSON', INVALID_REQUEST: '请求不符合约定', UNSUPPORTED_MEDIA_TYPE: '不接受此内容类型', BODY_TOO_LARGE: '内容过大', BAD_ENCODING: '内容无法解码',
  IDEMPOTENCY_KEY_REQUIRED: '缺少 Idempotency-Key', IDEMPOTENCY_KEY_REUSED: 'Idempotency-Key 已用于其他内容', UNAUTHENTICATED: '未登录', FORBIDDEN: '不允许', NOT_FOUND: '未找到',
  METHOD_NOT_ALLOWED: '该地址不接受此方法', PROGRAM_NOT_FOUND: '没有该项目', CASE_NOT_FOUND: '没有该案件', DECISION_NOT_FOUND: '没有该裁定', PAYOUT_NOT_FOUND: '没有该付款', WALLET_NOT_FOUND: '没有该钱包',
  POLICY_VERSION_NOT_FOUND: '没有该政策版本', CASE_NOT_WAITING: '该案件并未等待客户', RANGE_TOO_DEEP: '超出前 10,000 行', POLICY_INVALID: '政策未通过检查', RATE_LIMITED: '请求过多',
  CONFLICT: '该客户同时发生的事情过多', STORE_UNAVAILABLE: '无法连接数据库', QUEUE_UNAVAILABLE: '无法连接队列', CALENDAR_MISSING: '缺少记录所引用的日历', INTERNAL: '服务内部出错',
};
