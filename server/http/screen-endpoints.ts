import type { Endpoint } from './define-endpoint.ts';
import { exportCases } from './endpoints/export-cases.ts';
import { exportDecisions } from './endpoints/export-decisions.ts';
import { exportEntries } from './endpoints/export-entries.ts';
import { exportPayouts } from './endpoints/export-payouts.ts';
import { getOverview } from './endpoints/get-overview.ts';
import { listWaiting } from './endpoints/list-waiting.ts';
import { listWallets } from './endpoints/list-wallets.ts';
import { lookUp } from './endpoints/look-up.ts';

/** What the admin's screens read beside the lists. */
export const SCREEN_ENDPOINTS: readonly Endpoint[] = [
  getOverview,
  listWaiting,
  lookUp,
  listWallets,
  exportCases,
  exportDecisions,
  exportEntries,
  exportPayouts,
];
