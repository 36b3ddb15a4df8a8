import { deadLetterViewSchema } from '../../contract/http/operations-view.ts';
import { DEAD_LETTER_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listDeadLetters = defineList({
  name: 'listDeadLetters',
  list: DEAD_LETTER_LIST,
  tag: 'Operations',
  summary: 'List work that was given up.',
  verb: 'operations:read',
  permission: { action: 'read', subject: 'operation' },
  item: deadLetterViewSchema,
  read: (useCases, page) => useCases.listDeadLetters(page),
});
