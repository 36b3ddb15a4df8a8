import { payoutViewSchema } from '../../contract/http/payout-view.ts';
import { PAYOUT_LIST } from '../../contract/http/lists.ts';
import { defineList } from '../define-list.ts';

export const listPayouts = defineList({
  name: 'listPayouts',
  list: PAYOUT_LIST,
  tag: 'Payouts',
  summary: 'List payouts.',
  verb: 'payouts:read',
  permission: { action: 'read', subject: 'payout' },
  noteAs: 'payout',
  item: payoutViewSchema,
  read: (useCases, page) => useCases.listPayouts(page),
});
