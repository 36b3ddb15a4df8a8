import type { casesEn } from './cases.en.ts';
import type { SameKeys } from './shape.ts';

/** Screens of cases and decisions in Chinese. */
export const casesZh: SameKeys<typeof casesEn> = {
  case: {
    list: '案件', one: '案件', heading: '案件 %{id} · %{subject}', opened: '受理时间', subject: '对象', asksFor: '所求', reason: '申请理由', age: '已历时', outcome: '结果', customer: '客户', subjectId: '订单、生成或钱包',
    subjectType: '对象类型', queue: '队列', id: '案件', openedFrom: '受理起', openedUntil: '受理止', reasonCode: '原因代码', empty: '还没有案件。收到申请或失败事件后会出现；/docs 说明如何发送。', status: '状态', decidedLine: '%{verdict}',
    decision: '裁定', timeline: '经过', timelineZone: '经过（%{zone}）', claim: '申请', effects: '后续处理', noEffects: '无：没有承诺，也没有变动。', evidence: '证据', fields: '已填信息', channel: '渠道', sent: '发送时间', received: '收到时间',
    automatic: '由服务根据失败事件自动提交', issue: '问题', language: '语言', closure: '关闭原因', waitsIn: '所在队列', supersededBy: '被取代为', duplicateOf: '由未结案件答复', payouts: '付款', entries: '账本', updated: '最近变动',
  },
  happened: { claim: '提交申请：%{code}', information: '客户补充信息', decision: '裁定：%{code}', effect: '后续处理：%{code}', entry: '入账：%{code}', payout: '付款：%{code}', audit: '查看或更改：%{code}' },
  decision: {
    list: '裁定', one: '裁定', when: '时间', outcome: '结果', reason: '原因', version: '版本', case: '案件', granted: '准予内容', decidedFrom: '裁定起', decidedUntil: '裁定止', id: '裁定', empty: '还没有裁定。收到申请或失败事件后会出现；/docs 说明如何发送。',
    evidence: '依据', policy: '政策', floor: '法定底线', noFloor: '不适用', record: '记录', versionDigest: '版本摘要', decidedAt: '裁定时间', clauses: '条款', missing: '未知', replay: '重放', replayIdentical: '完全一致，%{at}',
    replayDiffers: '%{count}处不同', copySupport: '复制给支持人员', stored: '原存', again: '重算', message: '客户所见', internal: '内部说明', why: '理由', deciding: '决定性', allRules: '全部 %{count}', floorHeading: '法定底线', nearMissIntro: '距“%{rule}”（%{outcome}）仅差一项条件：%{words}。',
    versionN: '%{policy} v%{number}', basis: { request_time: '申请时', purchase_time: '购买时' }, counts: '以此为准', raisedByFloor: '由法定底线提升', missingFacts: '未知：%{facts}', openCase: '打开案件',
  },
  trace: {
    tree: '按顺序的规则', decides: '决定结果', nearMiss: '险些成立', all: '全部满足', any: '至少一项', not: '并非', detail: '所选', fact: '事实', actual: '实际值', operand: '比较值', parameter: '参数', margin: '差距', clause: '条款', stage: '阶段',
    unset: '未设置', openPolicy: '打开政策', none: '此处无内容。', reason: '原因', ruleName: '规则', select: '选择一行以查看其依据。', keys: '方向键移动、展开和收起。',
  },
};
