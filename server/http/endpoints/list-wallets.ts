import { WALLET_LIST } from '../../contract/http/lists.ts';
import { walletRowSchema } from '../../contract/http/wallet-row.ts';
import { defineList } from '../define-list.ts';

export const listWallets = defineList({
  name: 'listWallets',
  list: WALLET_LIST,
  tag: 'Ledger',
  summary: 'List wallets.',
  verb: 'wallets:read',
  permission: { action: 'read', subject: 'wallet' },
  noteAs: 'wallet',
  item: walletRowSchema,
  read: (useCases, page) => useCases.listWallets(page),
});
