import type { frameEn } from './frame.en.ts';
import type { SameKeys } from './shape.ts';

/** The frame in Chinese. */
export const frameZh: SameKeys<typeof frameEn> = {
  common: {
    loading: '加载中', tryAgain: '重试', requestId: '请求', copied: '已复制', copy: '复制', copyNamed: '复制：%{name}', forbiddenTitle: '当前角色不可用',
    forbiddenDetail: '您的角色（%{roles}）不包括此项。管理员可以告知由谁处理。', credits: '%{count}积分', close: '关闭', open: '打开', all: '全部', none: '无', yes: '是', no: '否', show: '显示',
    hide: '隐藏', notKnown: '未知', empty: '–', program: '项目', allPrograms: '全部项目', from: '从', until: '至', view: '查看', chart: '图表', table: '表格',
    asOf: '截至 %{at}', details: '详情', more: '更多', reason: '原因', status: '状态', name: '名称', when: '时间', who: '人员',
  },
  act: { cancel: '取消', reason: '原因', reasonOptional: '原因（可选）', reasonHelp: '至少%{count}个字符，将保留在审计记录中。' },
  frame: {
    appName: 'Redress', menu: '菜单', openMenu: '打开菜单', closeMenu: '收起菜单', main: '主菜单', account: '%{name}的账户', signOut: '退出登录', profile: '个人设置', language: '语言',
    theme: '主题', light: '浅色', dark: '深色', system: '跟随系统', zone: '时区 %{zone}', zoneTitle: '时区', zoneMine: '本机：%{zone}', zoneUtc: 'UTC', search: '搜索或跳转',
    searchHint: '粘贴编号，或输入页面名称', shortcuts: '键盘快捷键', english: 'English', chinese: '中文', waiting: '待处理：%{smart_count}', waitingShort: '待办 %{count}', nowWaiting: '现在待处理：%{count}',
    demo: '演示数据', degraded: '部分服务不可用：裁定照常进行，付款等待中。', notReady: '服务未就绪，所见内容可能已过时。',
    offline: '没有网络连接。所见内容可能已过时；恢复之前无法保存。', crashed: '无法显示此页面', crashedDetail: '没有任何更改。可重新加载，或前往其他页面。', reload: '重新加载',
    notFound: '没有这个页面', notFoundDetail: '%{path} 处没有内容。页面在菜单中；任何编号都可粘贴到搜索框（%{keys}）。',
  },
  menu: {
    overview: '总览', policies: '政策', cases: '案件', decisions: '裁定', wallets: '钱包', ledger: '账本', payouts: '付款', audit: '审计', operations: '运维', deadLetters: '死信',
    rejectedEvents: '被拒事件', settings: '设置', users: '用户', apiKeys: '接口密钥', profile: '个人设置',
  },
  keys: {
    title: '键盘快捷键', palette: '搜索或跳转', listSearch: '列表搜索', goTo: '前往%{page}', save: '保存草稿', run: '试算，或在对话框中确认', escape: '恢复该行，关闭', moveRule: '移动规则',
    neighbours: '上一条、下一条', approveReject: '打开批准、打开驳回', help: '本列表', then: '然后', switchedOff: '您已在个人设置中关闭单键快捷键。',
  },
  signIn: {
    title: '登录', email: '电子邮件', password: '密码', show: '显示密码', hide: '隐藏密码', submit: '登录', or: '或', continueWith: '使用%{name}继续', failed: '未能登录：电子邮件或密码不正确。',
    locked: '尝试次数过多，%{span}后再试。', over: '会话已结束', overDetail: '重新登录后，本页保持原样，正在保存的内容会继续保存。', leave: '不保存并离开', demo: '演示数据。用户及密码见 %{file}。',
    emailRequired: '请填写电子邮件。', passwordRequired: '请填写密码。', tagline: '按版本化规则裁定退款与补偿。', ssoFailed: '身份提供方未能确认您的身份，或此处没有使用该邮箱的用户。',
  },
  list: {
    search: '搜索', filters: '筛选', addFilter: '添加筛选', clear: '清除全部筛选', exportCsv: '导出 CSV', noneMatch: '没有符合这些筛选条件的行。', remove: '移除筛选：%{name}', rows: '第%{from}–%{to}条，共%{total}条',
    perPage: '每页行数', next: '下一页', previous: '上一页', sortedBy: '排序', csvFailed: '未能导出', csvNote: '最多 10,000 行，按当前筛选条件。', active: '已设筛选', updated: '%{count}行',
    more: '超过 10,000',
  },
  problem: { offline: '无法连接服务', offlineDetail: '连接已断开。此处内容没有丢失；恢复后再试。', unexpected: '页面出现问题' },
};
