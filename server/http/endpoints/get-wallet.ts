import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import { walletViewSchema } from '../../contract/http/wallet-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getWallet = defineEndpoint({
  name: 'getWallet',
  method: 'get',
  path: '/api/wallets/:program/:id',
  tag: 'Ledger',
  summary: 'Read a wallet with its lots.',
  verb: 'wallets:read',
  permission: { action: 'read', subject: 'wallet' },
  params: { program: programIdSchema, id: idSchema.describe('Wallet, by the program’s own id.') },
  status: 200,
  reply: walletViewSchema,
  scope: { kind: 'named', programOf: ({ params }) => params.program, code: 'WALLET_NOT_FOUND' },
  errors: ['WALLET_NOT_FOUND'],
  noteRead: ({ params }) => ({ type: 'wallet', id: params.id, program: params.program }),
  handle: async ({ params, useCases }) => ({ body: await useCases.getWallet(params.program, params.id) }),
});
