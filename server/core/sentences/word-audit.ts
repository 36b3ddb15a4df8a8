import type { Words } from '../policies/operators/operator.ts';

const SENTENCES: Readonly<Record<string, Words>> = {
  'policy_version.created': { en: 'started a draft', zh: '新建草稿' },
  'policy_version.imported': { en: 'imported files into a draft', zh: '导入文件为草稿' },
  'policy_version.saved': { en: 'saved the draft', zh: '保存草稿' },
  'policy_version.acknowledged': { en: 'acknowledged flips', zh: '知悉结果变化' },
  'policy_version.case_accepted': { en: 'accepted a case’s new outcome', zh: '接受用例的新结果' },
  'policy_version.submitted': { en: 'submitted for approval', zh: '提交审批' },
  'policy_version.submission_withdrawn': { en: 'took the submission back', zh: '撤回提交' },
  'policy_version.approved': { en: 'approved', zh: '批准' },
  'policy_version.published': { en: 'published', zh: '发布' },
  'policy_version.rejected': { en: 'rejected', zh: '驳回' },
  'policy_version.withdrawn': { en: 'took a scheduled version back', zh: '撤回已排期版本' },
  'policy_version.discarded': { en: 'discarded the draft', zh: '丢弃草稿' },
  'policy_version.rebased': { en: 'brought the draft up to date', zh: '将草稿更新至生效版本' },
  'policy_version.rolled_back': { en: 'asked to roll back', zh: '请求回滚' },
  'policy_version.emergency_requested': { en: 'asked for an emergency rollback', zh: '请求紧急回滚' },
  'policy_version.emergency_confirmed': { en: 'confirmed an emergency rollback', zh: '确认紧急回滚' },
  'policy_version.refused': { en: 'was refused', zh: '被拒绝' },
};

/** What an audit event of a policy says was done, its actor being the subject of the sentence; the action itself where it is unknown. */
export function wordAudit(action: string): Words {
  return (Object.hasOwn(SENTENCES, action) ? SENTENCES[action] : undefined) ?? { en: action, zh: action };
}
