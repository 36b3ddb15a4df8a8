import type { overviewEn } from './overview.en.ts';
import type { SameKeys } from './shape.ts';

/** The first page and the palette in Chinese. */
export const overviewZh: SameKeys<typeof overviewEn> = {
  overview: {
    title: '总览', span: '最近%{count}天', spanLabel: '时间范围', waits: '待我处理', nothingWaits: '没有等待您处理的事项。', claims: '申请', onPrevious: '较之前%{count}天 %{change}', noPrevious: '之前%{count}天没有申请', automatic: '无需人工', automaticOf: '%{count}/%{total}',
    oldest: '等待最久', noneWaiting: '没有案件等待人工。', outcomes: '每日结果', day: '日期（UTC）', total: '合计', referrals: '转人工的原因', noReferrals: '没有案件转人工。', cases: '案件', notSet: '未设置：%{names}', set: '设置', granted: '各项目的金额与积分',
    nothingGranted: '没有准予任何内容。', money: '金额', credits: '积分', decisions: '裁定', neverTotal: '每种货币一行，不作合计。', asOf: '截至 %{at}', steps: '从这里开始', stepDecision: '查看一个裁定', stepDecisionDetail: '发送事件或申请（见 /docs），其裁定会出现在“裁定”中。',
    stepChange: '在草稿中修改一个值', stepChangeDetail: '在“政策”中新建草稿并设置期限。批准之前不会生效。', stepApprove: '请他人批准', stepApproveDetail: '参与编写草稿的人不能批准该草稿。', chartLabel: '按日统计的受理案件，按最近一次裁定的结果堆叠', since: '自 %{at}',
  },
  palette: {
    title: '搜索或跳转', placeholder: '编号、摘要或页面名称', none: '没有此名称或编号。', looking: '查找中', page: '页面', policyKind: '政策',
    type: {
      case: '案件', decision: '裁定', payout: '付款', wallet: '钱包', entry: '账本分录', customer: '客户', policy: '政策', policy_version: '政策版本', user: '用户', api_key: '接口密钥', audit_event: '审计事件', rule: '规则', parameter: '参数', clause: '条款',
    },
  },
};
