import { z } from 'zod';
import { idSchema, programIdSchema } from './primitives.ts';

/** A wallet in a list. */
export const walletRowSchema = z
  .object({
    id: z.string().describe('program~walletId.'),
    program: programIdSchema,
    walletId: idSchema.describe('Wallet, by the program’s own id.'),
    customerId: idSchema.describe('Customer whose wallet it is.'),
    balance: z.int().describe('Credits that can be spent now.'),
    held: z.int().describe('Credits set aside while something is carried out or looked at.'),
    lots: z.int().describe('Number of its lots.'),
  })
  .meta({ id: 'WalletRow', description: 'A wallet in a list; the wallet itself has its lots.' });

/** A wallet in a list. */
export type WalletRow = z.infer<typeof walletRowSchema>;
