import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ResourceProps } from 'react-admin';

/** A screen that is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/** Every resource of the admin; its name is its path and its segment in the API. */
export const RESOURCES: readonly ResourceProps[] = [
  {
    name: 'policies',
    list: screen(async () => (await import('../policies/policies-list.tsx')).PoliciesList),
    show: screen(async () => (await import('../policies/policy-page.tsx')).PolicyPage),
  },
  {
    name: 'policy-versions',
    edit: screen(async () => (await import('../policy-versions/version-editor.tsx')).VersionEditor),
    show: screen(async () => (await import('../policy-versions/review-room.tsx')).ReviewRoom),
  },
  {
    name: 'cases',
    list: screen(async () => (await import('../cases/case-list.tsx')).CaseList),
    show: screen(async () => (await import('../cases/case-page.tsx')).CasePage),
  },
  {
    name: 'decisions',
    list: screen(async () => (await import('../decisions/decision-list.tsx')).DecisionList),
    show: screen(async () => (await import('../decisions/decision-page.tsx')).DecisionPage),
  },
  {
    name: 'wallets',
    list: screen(async () => (await import('../wallets/wallet-list.tsx')).WalletList),
    show: screen(async () => (await import('../wallets/wallet-page.tsx')).WalletPage),
  },
  {
    name: 'ledger-entries',
    list: screen(async () => (await import('../ledger-entries/entry-list.tsx')).EntryList),
  },
  {
    name: 'payouts',
    list: screen(async () => (await import('../payouts/payout-list.tsx')).PayoutList),
    show: screen(async () => (await import('../payouts/payout-page.tsx')).PayoutPage),
  },
  {
    name: 'audit-events',
    list: screen(async () => (await import('../audit-events/audit-list.tsx')).AuditList),
  },
  {
    name: 'dead-letters',
    list: screen(async () => (await import('../dead-letters/dead-letter-list.tsx')).DeadLetterList),
  },
  {
    name: 'rejected-events',
    list: screen(async () => (await import('../rejected-events/rejected-event-list.tsx')).RejectedEventList),
  },
  {
    name: 'users',
    list: screen(async () => (await import('../users/user-list.tsx')).UserList),
    show: screen(async () => (await import('../users/user-page.tsx')).UserPage),
  },
  {
    name: 'api-keys',
    list: screen(async () => (await import('../api-keys/api-key-list.tsx')).ApiKeyList),
  },
];
