import { USER_LIST } from '../../contract/http/lists.ts';
import { userViewSchema } from '../../contract/http/user-view.ts';
import { defineList } from '../define-list.ts';

export const listUsers = defineList({
  name: 'listUsers',
  list: USER_LIST,
  tag: 'People',
  summary: 'List the people who sign in and have rights in your programs.',
  verb: null,
  permission: { action: 'read', subject: 'user' },
  scope: 'none',
  item: userViewSchema,
  read: (useCases, page, { programs }) => useCases.listUsers(page, programs),
});
