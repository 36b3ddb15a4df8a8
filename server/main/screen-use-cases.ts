import { presentWallet } from '../contract/http/wallet-view.ts';
import type { ScreenUseCases } from '../http/screen-use-cases.ts';
import { listPrograms } from '../usecases/policies/list-programs.ts';
import { getOverview } from '../usecases/screens/get-overview.ts';
import { listWaiting } from '../usecases/screens/list-waiting.ts';
import { lookUp } from '../usecases/screens/look-up.ts';
import { nameOwner } from '../usecases/screens/name-owner.ts';
import type { Service } from './composition.ts';

/** What the admin's screens ask, answered by the use cases in the contract's shapes. */
export function createScreenUseCases(service: Service): ScreenUseCases {
  const { stores, clock } = service;
  return {
    listWallets: async (page) => {
      const { items, total } = await stores.screens.listWallets(await nameOwner(page, stores.policies));
      return {
        total,
        items: items.map(({ wallet, lots }) => {
          const { program, walletId } = wallet;
          const customerId = wallet.customerKey.slice(program.length + 1);
          const { balance, held } = presentWallet({ program, walletId, customerId }, lots);
          return { id: `${program}~${walletId}`, program, walletId, customerId, balance, held, lots: lots.length };
        }),
      };
    },
    getOverview: async ({ days, programs }) =>
      getOverview(
        { screens: stores.screens, policies: stores.policies, clock },
        programs ?? (await listPrograms(stores.policies)),
        days,
      ),
    listWaiting: (actor) =>
      listWaiting(
        { screens: stores.screens, policies: stores.policies, clock, sources: service.waitingSources },
        actor,
      ),
    lookUp: (text, actor) => lookUp(stores, text, actor),
  };
}
