import { POLICY_VERSION_LIST } from '../../contract/http/policy-lists.ts';
import { policyVersionRowSchema } from '../../contract/http/policy-version-view.ts';
import { defineList } from '../define-list.ts';

export const listPolicyVersions = defineList({
  name: 'listPolicyVersions',
  list: POLICY_VERSION_LIST,
  tag: 'Policies',
  summary: 'List versions and drafts.',
  verb: null,
  permission: { action: 'read', subject: 'policy' },
  item: policyVersionRowSchema,
  read: (useCases, page) => useCases.listPolicyVersions(page),
});
