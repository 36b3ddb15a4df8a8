import { rejectedEventViewSchema } from '../../contract/http/operations-view.ts';
import { REJECTED_EVENT_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listRejectedEvents = defineList({
  name: 'listRejectedEvents',
  list: REJECTED_EVENT_LIST,
  tag: 'Operations',
  summary: 'List events that were refused or wait.',
  verb: 'operations:read',
  permission: { action: 'read', subject: 'operation' },
  item: rejectedEventViewSchema,
  read: (useCases, page) => useCases.listRejectedEvents(page),
});
