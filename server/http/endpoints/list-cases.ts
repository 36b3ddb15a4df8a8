import { caseViewSchema } from '../../contract/http/case-view.ts';
import { CASE_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listCases = defineList({
  name: 'listCases',
  list: CASE_LIST,
  tag: 'Cases',
  summary: 'List cases.',
  verb: 'cases:read',
  permission: { action: 'read', subject: 'case' },
  noteAs: 'case',
  item: caseViewSchema,
  read: (useCases, page) => useCases.listCases(page),
});
