import type { peopleEn } from './people.en.ts';
import type { SameKeys } from './shape.ts';

/** Screens of the audit, operations, users, keys and the profile in Chinese. */
export const peopleZh: SameKeys<typeof peopleEn> = {
  audit: {
    list: '审计', when: '时间', who: '人员', what: '操作', subject: '对象', from: '来源', search: '人员、操作或编号', action: '操作', actor: '人员，形如 user/… 或 key/…', actorKind: '主体类型', subjectType: '对象类型', subjectId: '对象编号', requestId: '请求', atFrom: '从', atUntil: '至',
    empty: '还没有任何更改。', before: '之前', after: '之后', field: '内容', why: '原因', ip: '地址', detail: '其他', noChange: '没有值发生变化。', removed: '已移除', heading: '%{who} %{what}',
    kinds: { user: '人员', key: '密钥', system: '服务', anonymous: '未知' },
    done: {
      session: { started: '登录', ended: '退出登录', refused: '登录被拒', locked_out: '被锁定', expired: '会话过期' },
      user: { created: '新建用户', changed: '更改用户', locked: '锁定用户', unlocked: '解锁用户', linked: '关联登录服务', password_changed: '修改密码', password_reset: '重置密码', profile_changed: '更改个人设置', signed_out_everywhere: '结束用户的全部会话' },
      api_key: { created: '新建密钥', revoked: '吊销密钥' }, list: { exported: '导出列表', read: '查看列表' }, request: { refused: '被拒绝' }, dead_letter: { replayed: '重放死信' },
      decision: { recorded: '记录裁定', read: '查看裁定', replayed: '重放裁定' }, case: { closed: '关闭案件', read: '查看案件' }, customer: { erased: '抹除客户', read: '查看客户' }, wallet: { read: '查看钱包' },
      payout: { cancelled: '取消付款', not_found: '服务商处未找到付款', sent_again: '再次发送付款', read: '查看付款' },
    },
  },
  deadLetter: {
    list: '死信', intro: '已放弃的工作。内容没有丢失；原因消除后可重放。', what: '内容', topic: { outcome: '裁定的后续处理', payout: '发送付款' }, code: '原因', detail: '说明', attempts: '尝试次数', created: '承诺时间', buried: '放弃时间', ref: '相关', empty: '没有死信。最终失败的工作会出现在这里。', replay: '重放',
    replayAct: '重放…', replayTitle: '重放此工作', consequence: '将立即重新执行。重复的效果会被其键拒绝。', done: '已重新安排。', from: '放弃起', until: '放弃止', id: '消息',
  },
  rejectedEvent: {
    list: '被拒事件', intro: '未应用的事件：被拒绝，或在等待所需内容。', received: '收到时间', type: '类型', status: { waiting: '等待中', rejected: '被拒绝', attention: '已应用，需查看' }, code: '原因', message: '说明', waitsFor: '等待', attempts: '尝试次数', empty: '没有被拒事件。无法应用的事件会出现在这里。', replay: '重放',
    replayAct: '重放…', replayTitle: '重放此事件', consequence: '按原样再次尝试该事件。若再次被拒绝，则仍留在此处。', outcome: { applied: '已应用。', duplicate: '此前已应用。', waiting: '仍在等待：%{message}', rejected: '再次被拒绝：%{message}' }, from: '收到起', until: '收到止', id: '行', occurred: '发生时间', key: '事件',
  },
  user: {
    list: '用户', name: '姓名', email: '电子邮件', roles: '角色', status: '状态', active: '正常', locked: '已锁定', lastSeen: '最近在线', created: '创建时间', never: '从未', add: '添加用户…', addTitle: '添加用户', addConsequence: '将生成一次性密码，仅显示一次。', addVerb: '添加', role: '角色', programs: '项目',
    allPrograms: '全部项目', addGrant: '添加角色', removeGrant: '移除角色：%{role}', grants: '角色与项目', save: '保存', saved: '已保存，自下一次请求起生效。', signOut: '结束全部会话…', signOutTitle: '结束%{name}的全部会话', signOutVerb: '结束全部会话', signOutConsequence: '%{name}的所有会话立即结束，未保存的内容将丢失。',
    signedOut: '全部会话已结束。', lock: '锁定…', lockVerb: '锁定', lockTitle: '锁定%{name}', lockConsequence: '%{name}在解锁前无法登录，其会话立即结束。', unlock: '解锁…', unlockVerb: '解锁', unlockTitle: '解锁%{name}', unlockConsequence: '%{name}可以重新登录。', reset: '新密码…', resetVerb: '生成新密码', resetTitle: '为%{name}生成新密码',
    resetConsequence: '旧密码失效，会话结束。新密码仅显示一次，登录时须更换。', oneTime: '一次性密码', oneTimeOf: '用于 %{email}，有效期至 %{at}', empty: '没有用户。', linked: '已关联登录服务', mustChange: '须更换密码', heading: '%{name}', unsaved: '角色已更改，尚未保存。', discard: '放弃更改', id: '用户', own: '任何人都不能更改自己的权限。',
    demo: '演示', anyRole: '任意角色',
  },
  apiKey: {
    list: '接口密钥', name: '用途', programs: '项目', verbs: '可执行', created: '创建时间', state: '状态', in_force: '有效', revoked: '已吊销', add: '新建密钥…', addTitle: '新建密钥', addVerb: '生成密钥', addConsequence: '密钥仅显示一次，只保存其哈希值。', revoke: '吊销…', revokeVerb: '吊销', revokeTitle: '吊销%{name}',
    revokeConsequence: '使用它的请求将在五秒内失败，且无法恢复。', revokedDone: '密钥已吊销。', empty: '没有密钥。请为每个发送事件或申请的系统新建一个。', allPrograms: '全部项目', everyVerb: '密钥可执行的全部操作', verbHelp: '可执行的操作；密钥永远不能更改政策。', id: '密钥', secret: '密钥', revokedAt: '%{at} 吊销',
  },
  once: { title: '仅显示这一次', stored: '我已妥善保存', done: '完成', note: '无法再次显示。', waits: '保存之后才能完成。' },
  profile: {
    title: '个人设置', look: '语言与外观', language: '语言', theme: '主题', zone: '时区', shortcuts: '单个字母作为快捷键', shortcutsHelp: '若妨碍输入法或读屏软件，可关闭。', password: '密码', current: '当前密码', next: '新密码', nextHelp: '至少 12 个字符。', again: '再次输入新密码', differ: '两次输入不一致。', tooShort: '至少 12 个字符。',
    change: '修改密码', changed: '密码已修改，其他会话已结束。', sessions: '会话', signOut: '结束全部会话…', signOutTitle: '结束全部会话', signOutVerb: '结束全部会话', signOutConsequence: '您的所有会话都将结束，包括当前会话。', roles: '您的角色', mustChange: '您的密码由他人设置，请更换为自己的密码。', elsewhere: '您通过登录服务登录。',
    currentWrong: '当前密码不正确。', nobody: '无',
  },
};
