/** react-admin’s own words in Chinese: those that a screen of ours can show. */
export const raZh = {
  ra: {
    action: {
      add_filter: '添加筛选', add: '添加', back: '返回', cancel: '取消', clear_array_input: '清空列表', clear_input_value: '清除', confirm: '确认', create: '新建', edit: '编辑', export: '导出', list: '列表',
      refresh: '刷新', remove_filter: '移除此筛选', remove_all_filters: '移除全部筛选', remove: '移除', reset: '重置', save: '保存', search: '搜索', search_columns: '搜索列', show: '显示', sort: '排序',
      undo: '撤销', expand: '展开', close: '关闭', open_menu: '打开菜单', close_menu: '收起菜单', update: '更新', move_up: '上移', move_down: '下移', open: '打开', toggle_theme: '切换主题',
      select_columns: '列', update_application: '重新加载',
    },
    boolean: { true: '是', false: '否', null: ' ' },
    page: { error: '出现问题', loading: '加载中', not_found: '未找到', access_denied: '无权访问', authentication_error: '登录出错', list: '%{name}', show: '%{name} %{recordRepresentation}', edit: '%{name} %{recordRepresentation}', create: '新建%{name}', empty: '还没有%{name}。', dashboard: '总览' },
    input: { password: { toggle_visible: '隐藏密码', toggle_hidden: '显示密码' } },
    message: { access_denied: '您无权访问此页面', error: '出现错误，请求未完成。', invalid_form: '部分字段需要修改。', loading: '加载中', no: '否', yes: '是', not_found: '地址有误，或链接已失效。', unsaved_changes: '本页更改尚未保存。离开将丢失这些更改。', details: '详情', auth_error: '校验登录时出错。', authentication_error: '认证服务返回错误。', placeholder_data_warning: '网络问题：未能刷新数据。' },
    navigation: { clear_filters: '清除筛选', no_filtered_results: '没有符合筛选条件的%{name}。', no_results: '没有%{name}', no_more_results: '第%{page}页超出范围。', page_range_info: '%{offsetBegin}–%{offsetEnd}，共%{total}', next: '下一页', previous: '上一页', page_rows_per_page: '每页行数：', skip_nav: '跳到内容' },
    sort: { sort_by: '按%{field_lower_first}%{order}排序', ASC: '升序', DESC: '降序' },
    auth: { auth_check_error: '请先登录。', user_menu: '账户', password: '密码', email: '电子邮件', sign_in: '登录', sign_in_error: '登录失败', logout: '退出登录' },
    notification: { updated: '已更新', created: '已新建', deleted: '已删除', http_error: '与服务器通信出错', data_provider_error: '数据出错。', canceled: '已取消', logged_out: '已退出登录。', not_authorized: '您的角色不包括此项。', i18n_error: '无法加载该语言', offline: '没有网络连接。', item_doesnt_exist: '不存在' },
    validation: { required: '必填', minLength: '至少%{min}个字符', maxLength: '最多%{max}个字符', minValue: '至少为%{min}', maxValue: '最多为%{max}', number: '必须是数字', email: '必须是有效的电子邮件', oneOf: '必须是以下之一：%{options}', regex: '格式不符', unique: '必须唯一' },
    saved_queries: { label: '已存查询', query_name: '查询名称', new_label: '保存此查询…', new_dialog_title: '将此查询存为', remove_label: '移除已存查询…', remove_label_with_name: '移除查询“%{name}”', remove_dialog_title: '移除已存查询', remove_message: '该查询将从此浏览器中移除，不影响任何数据。', help: '筛选列表后可保存为查询' },
    configurable: { Datagrid: { unlabeled: '第%{column}列' } },
  },
};
