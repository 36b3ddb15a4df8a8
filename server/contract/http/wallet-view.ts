import { z } from 'zod';
import { LOT_SOURCES } from '../../core/customers/customer-file.ts';
import type { Lot } from '../../core/customers/customer-file.ts';
import { countSpendable } from '../../core/ledger/hold-credits.ts';
import { idSchema, programIdSchema } from './primitives.ts';

/** A wallet as the contract shows it. */
export const walletViewSchema = z
  .object({
    program: programIdSchema,
    walletId: idSchema.describe('Wallet, by the program’s own id.'),
    customerId: idSchema.describe('Customer whose wallet it is.'),
    balance: z.int().describe('Credits that can be spent now.'),
    held: z.int().describe('Credits set aside while something is carried out or looked at.'),
    lots: z
      .array(
        z
          .object({
            lotId: idSchema.describe('Lot; one bought is named after its order.'),
            source: z.enum(LOT_SOURCES).describe('Where its credits come from.'),
            cashable: z.boolean().describe('Whether what is left of it can be paid out in money.'),
            creditsTotal: z.int().describe('Credits that it was made with.'),
            creditsRemaining: z.int().describe('Credits in it, held ones included.'),
            creditsHeld: z.int().describe('Credits of it that are set aside.'),
            creditsForfeiting: z
              .int()
              .describe('Credits of it that a decision takes back and that are not posted yet.'),
            creditsRestoring: z.int().describe('Credits promised back to it that are not posted yet.'),
          })
          .describe('Credits granted together.'),
      )
      .describe('Its lots, oldest first.'),
  })
  .meta({ id: 'Wallet', description: 'Credits of one customer, by lot.' });

/** A wallet as the contract shows it. */
export type WalletView = z.infer<typeof walletViewSchema>;

/** Whose wallet is shown. */
export interface WalletToPresent {
  readonly program: string;
  readonly walletId: string;
  readonly customerId: string;
}

/** Shows a wallet with its lots, oldest first. */
export function presentWallet({ program, walletId, customerId }: WalletToPresent, lots: readonly Lot[]): WalletView {
  const ordered = lots.toSorted((a, b) => a.createdAt - b.createdAt || (a.lotId < b.lotId ? -1 : 1));
  return {
    program,
    walletId,
    customerId,
    balance: sum(ordered, countSpendable),
    held: sum(ordered, (lot) => lot.held),
    lots: ordered.map((lot) => ({
      lotId: lot.lotId,
      source: lot.source,
      cashable: lot.cashable,
      creditsTotal: lot.total,
      creditsRemaining: lot.remaining,
      creditsHeld: lot.held,
      creditsForfeiting: lot.forfeiting,
      creditsRestoring: lot.restoring,
    })),
  };
}

function sum(lots: readonly Lot[], pick: (lot: Lot) => number): number {
  return lots.reduce((total, lot) => total + pick(lot), 0);
}
