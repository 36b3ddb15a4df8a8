import { apiKeyViewSchema } from '../../contract/http/api-key-view.ts';
import { API_KEY_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listApiKeys = defineList({
  name: 'listApiKeys',
  list: API_KEY_LIST,
  tag: 'People',
  summary: 'List API keys.',
  verb: null,
  permission: { action: 'read', subject: 'api_key' },
  item: apiKeyViewSchema,
  read: (useCases, page) => useCases.listApiKeys(page),
});
