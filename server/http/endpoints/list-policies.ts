import { POLICY_LIST } from '../../contract/http/policy-lists.ts';
import { policyRowSchema } from '../../contract/http/policy-view.ts';
import { defineList } from '../define-list.ts';

export const listPolicies = defineList({
  name: 'listPolicies',
  list: POLICY_LIST,
  tag: 'Policies',
  summary: 'List the policies.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  item: policyRowSchema,
  read: (useCases, page) => useCases.listPolicies(page),
});
