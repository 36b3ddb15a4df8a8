import type { moneyEn } from './money.en.ts';
import type { SameKeys } from './shape.ts';

/** Screens of wallets, ledger entries and payouts in Chinese. */
export const moneyZh: SameKeys<typeof moneyEn> = {
  wallet: {
    list: '钱包', one: '钱包', heading: '钱包 %{id}', balance: '可用', held: '冻结', lots: '批次', customer: '客户', id: '钱包', empty: '还没有钱包。首个订单或发放后会出现。', line: '可用%{spend}，冻结%{held}', lot: '批次', from: '来源', cashable: '可退现金', yes: '是',
    never: '不可', left: '剩余', heldOf: '冻结', total: '总数', promised: '待返还', forfeiting: '待没收', bar: '剩余 %{left}，共 %{total}', rule: '先消耗不可退现金的批次，再按从旧到新。', consumption: '账本中的变动', cases: '该客户的案件',
  },
  entry: {
    list: '账本', one: '分录', heading: '%{kind}', kind: '事项', recorded: '入账时间', occurred: '发生时间', amount: '金额', causedBy: '起因', wallet: '钱包', order: '订单', generation: '生成', key: '键', empty: '还没有分录。积分或资金变动后会出现。', account: '科目',
    commodity: '单位', debit: '借', credit: '贷', sum: '合计', balanced: '= 0 ✓', reverses: '冲回', none: '无', customer: '客户', case: '案件', decision: '裁定', payout: '付款', from: '入账起', until: '入账止', postings: '明细', id: '分录', details: '%{id} 的明细',
  },
  payout: {
    list: '付款', one: '付款', heading: '经%{provider}付款 %{amount}', amount: '金额', provider: '服务商', created: '下单时间', status: '状态', order: '订单', case: '案件', decision: '裁定', id: '付款', empty: '还没有付款。裁定准予现金后会出现。', steps: '进度',
    submitted: '服务商已受理', settled: '已到账', updated: '最近变动', attempts: '发送或查询', providerRefund: '服务商编号', failure: '失败原因', from: '下单起', until: '下单止', customer: '客户', times: '%{smart_count}次',
    explain: {
      queued: '等待处理。', sending: '正在发送给服务商。', submitted: '服务商已收到，等待答复。', settled: '服务商已付款。', pending_approval: '需服务商先行审批。', requires_action: '需要在服务商处操作。', unknown: '服务商没有明确答复。将继续查询，绝不会重复发送。',
      failed: '服务商最终拒绝。冻结的积分已释放，案件重新打开。', rejected: '服务商驳回。冻结的积分已释放，案件重新打开。', reversed: '到账后又失败；已作废的积分予以返还。', cancelled: '在发送前已取消。',
    },
  },
};
