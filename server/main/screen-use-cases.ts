import { presentWallet } from '../contract/http/wallet-view.ts';
import { FLOOR_POLICY } from '../core/policies/policy-version.ts';
import type { ScreenUseCases } from '../http/screen-use-cases.ts';
import type { Page } from '../ports/paging.ts';
import { getOverview } from '../usecases/screens/get-overview.ts';
import { listWaiting } from '../usecases/screens/list-waiting.ts';
import { lookUp } from '../usecases/screens/look-up.ts';
import type { Service } from './composition.ts';

/** What the admin's screens ask, answered by the use cases in the contract's shapes. */
export function createScreenUseCases(service: Service): ScreenUseCases {
  const { stores, clock } = service;
  const listPrograms = async (): Promise<string[]> => (await stores.policies.listPolicies()).filter((policy) => policy !== FLOOR_POLICY);
  return {
    listWallets: async (page) => {
      const { items, total } = await stores.screens.listWallets(await nameOwner(page, listPrograms));
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
      getOverview({ screens: stores.screens, policies: stores.policies, clock }, programs ?? (await listPrograms()), days),
    listWaiting: (actor) =>
      listWaiting({ screens: stores.screens, policies: stores.policies, clock, sources: service.waitingSources }, actor),
    lookUp: (text, actor) => lookUp(stores, text, actor),
  };
}

/** A customer's wallets are found by program and customer together, by which they are indexed. */
async function nameOwner(page: Page, listPrograms: () => Promise<string[]>): Promise<Page> {
  const { customerId, ...filter } = page.filter;
  if (customerId === undefined) return page;
  const programs = filter['program'] === undefined ? await listPrograms() : [filter['program']].flat().map(String);
  const keys = [customerId].flat().flatMap((id) => programs.map((program) => `${program}/${String(id)}`));
  return { ...page, filter: { ...filter, customerKey: keys } };
}
