import { entryViewSchema } from '../../contract/http/entry-view.ts';
import { ENTRY_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listEntries = defineList({
  name: 'listEntries',
  list: ENTRY_LIST,
  tag: 'Ledger',
  summary: 'List ledger entries.',
  verb: 'ledger:read',
  permission: { action: 'read', subject: 'entry' },
  noteAs: 'entry',
  item: entryViewSchema,
  read: (useCases, page) => useCases.listEntries(page),
});
