import type { Who } from '../harness/stack.ts';
import type { Seeds } from './seed-screens.ts';

/** One screen, and who looks at it. */
export interface Screen {
  /** The route that it is a row for. */
  readonly route: string;
  readonly who: Who;
  readonly path: (seeds: Seeds) => string;
  /** What makes it another row of the same route. */
  readonly as?: string;
}

const at =
  (path: string): (() => string) =>
  () =>
    path;
const of = (list: string, id: string): string => `/${list}/${encodeURIComponent(id)}/show`;

/** Dispositions that the decision page and the case page are looked at with. */
export const DISPOSITIONS = ['granted', 'denied', 'referred', 'needs_info', 'no_action'] as const;

const decisionScreens = DISPOSITIONS.flatMap((as): Screen[] => [
  { route: '/decisions/:id/show', who: 'reviewer', as, path: ({ decisions }) => of('decisions', decisions[as] ?? '') },
]);

const EDITOR_TABS = ['', '/rules', '/try', '/cases', '/messages', '/review'];
const editorScreens = EDITOR_TABS.map((tab): Screen => {
  return {
    route: `/policy-versions/:id${tab}`,
    who: 'owner-a',
    path: ({ draft }) => `/policy-versions/${draft}${tab}`,
  };
});

/** Every screen of the admin; a route without a row fails the sweep. */
export const SCREENS: readonly Screen[] = [
  { route: '/', who: 'owner-a', path: at('/') },
  { route: '/', who: 'operator', as: 'operator', path: at('/') },
  { route: '/policies', who: 'owner-a', path: at('/policies') },
  { route: '/policies/:id/show', who: 'owner-a', path: at('/policies/anumi/show') },
  { route: '/policies/:id/show', who: 'legal', as: 'the floor', path: at('/policies/statutory-floor/show') },
  { route: '/policies/:id/show/clauses', who: 'owner-a', path: at('/policies/anumi/show/clauses') },
  { route: '/policies/:id/show/compare', who: 'owner-a', path: at('/policies/jimeng/show/compare?from=1&to=2') },
  ...editorScreens,
  { route: '/policy-versions/:id/show', who: 'approver-a', path: ({ submitted }) => of('policy-versions', submitted) },
  {
    route: '/policy-versions/:id/show',
    who: 'owner-a',
    as: 'its author',
    path: ({ submitted }) => of('policy-versions', submitted),
  },
  {
    route: '/policy-versions/:id/show',
    who: 'owner-a',
    as: 'scheduled',
    path: ({ scheduled }) => of('policy-versions', scheduled),
  },
  {
    route: '/policy-versions/:id/show',
    who: 'owner-a',
    as: 'rejected',
    path: ({ rejected }) => of('policy-versions', rejected),
  },
  { route: '/cases', who: 'reviewer', path: at('/cases') },
  { route: '/cases/:id/show', who: 'reviewer', path: ({ cases }) => of('cases', cases['denied'] ?? '') },
  { route: '/cases/:id/show', who: 'admin', as: 'granted', path: ({ cases }) => of('cases', cases['granted'] ?? '') },
  { route: '/decisions', who: 'reviewer', path: at('/decisions') },
  ...decisionScreens,
  { route: '/wallets', who: 'admin', path: at('/wallets') },
  { route: '/wallets/:id/show', who: 'admin', path: ({ wallet }) => of('wallets', wallet) },
  { route: '/ledger-entries', who: 'admin', path: at('/ledger-entries') },
  { route: '/payouts', who: 'admin', path: at('/payouts') },
  { route: '/payouts/:id/show', who: 'admin', path: ({ payout }) => of('payouts', payout) },
  { route: '/audit-events', who: 'admin', path: at('/audit-events') },
  { route: '/dead-letters', who: 'operator', path: at('/dead-letters') },
  { route: '/rejected-events', who: 'operator', path: at('/rejected-events') },
  { route: '/users', who: 'admin', path: at('/users') },
  { route: '/users/:id/show', who: 'admin', path: ({ user }) => of('users', user) },
  { route: '/api-keys', who: 'admin', path: at('/api-keys') },
  { route: '/profile', who: 'admin', path: at('/profile') },
  { route: '*', who: 'admin', as: 'no such page', path: at('/nowhere') },
  { route: '*', who: 'reviewer', as: 'beyond the role', path: at('/users') },
  {
    route: '*',
    who: 'admin',
    as: 'nothing matches',
    path: at(`/cases?filter=${encodeURIComponent('{"customerId":"nobody"}')}`),
  },
];
