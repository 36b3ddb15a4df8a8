import { decisionViewSchema } from '../../contract/http/decision-view.ts';
import { DECISION_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listDecisions = defineList({
  name: 'listDecisions',
  list: DECISION_LIST,
  tag: 'Decisions',
  summary: 'List decisions.',
  verb: 'decisions:read',
  permission: { action: 'read', subject: 'decision' },
  noteAs: 'decision',
  item: decisionViewSchema,
  read: (useCases, page) => useCases.listDecisions(page),
});
