import type { LookupHit } from '../contract/http/lookup-view.ts';
import type { OverviewView } from '../contract/http/overview-view.ts';
import type { WaitingItem } from '../contract/http/waiting-view.ts';
import type { WalletRow } from '../contract/http/wallet-row.ts';
import type { Page, Paged } from '../ports/paging.ts';
import type { Actor } from './use-cases.ts';

/** What to count: the last `days` days, of these programs (null: all). */
interface OverviewQuery {
  readonly days: number;
  readonly programs: readonly string[] | null;
}

/** What the admin's screens read beside the lists. */
export interface ScreenUseCases {
  listWallets(page: Page): Promise<Paged<WalletRow>>;
  getOverview(query: OverviewQuery): Promise<OverviewView>;
  /** What only this person can move, oldest first. */
  listWaiting(actor: Actor): Promise<WaitingItem[]>;
  /** Things that an id or a digest names, as far as this person may see them. */
  lookUp(text: string, actor: Actor): Promise<LookupHit[]>;
}
