import AccountBalanceWallet from '@mui/icons-material/AccountBalanceWallet';
import Dashboard from '@mui/icons-material/Dashboard';
import FactCheck from '@mui/icons-material/FactCheck';
import Gavel from '@mui/icons-material/Gavel';
import History from '@mui/icons-material/History';
import Inbox from '@mui/icons-material/Inbox';
import ManageAccounts from '@mui/icons-material/ManageAccounts';
import MenuBook from '@mui/icons-material/MenuBook';
import Payments from '@mui/icons-material/Payments';
import People from '@mui/icons-material/People';
import ReportProblem from '@mui/icons-material/ReportProblem';
import Rule from '@mui/icons-material/Rule';
import VpnKey from '@mui/icons-material/VpnKey';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Subject } from '../../server/contract/access.ts';

/** One line of the side menu; `key` is the second letter of its shortcut, after g. */
export interface MenuEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: SvgIconComponent;
  readonly group: 'main' | 'operations' | 'settings';
  /** Shown to those who may read one of these; absent: to everyone. */
  readonly subjects?: readonly Subject[];
  readonly key?: string;
}

/** The side menu, in its order. */
const MENU: readonly MenuEntry[] = [
  { path: '/', label: 'menu.overview', icon: Dashboard, group: 'main', key: 'h' },
  { path: '/policies', label: 'menu.policies', icon: Rule, group: 'main', subjects: ['policy'], key: 'p' },
  { path: '/cases', label: 'menu.cases', icon: Inbox, group: 'main', subjects: ['case'], key: 'c' },
  { path: '/decisions', label: 'menu.decisions', icon: Gavel, group: 'main', subjects: ['decision'], key: 'd' },
  { path: '/wallets', label: 'menu.wallets', icon: AccountBalanceWallet, group: 'main', subjects: ['wallet'] },
  { path: '/ledger-entries', label: 'menu.ledger', icon: MenuBook, group: 'main', subjects: ['entry'], key: 'l' },
  { path: '/payouts', label: 'menu.payouts', icon: Payments, group: 'main', subjects: ['payout'], key: 'y' },
  {
    path: '/audit-events',
    label: 'menu.audit',
    icon: History,
    group: 'main',
    subjects: ['audit_event', 'policy_audit'],
    key: 'a',
  },
  {
    path: '/dead-letters',
    label: 'menu.deadLetters',
    icon: ReportProblem,
    group: 'operations',
    subjects: ['operation'],
  },
  {
    path: '/rejected-events',
    label: 'menu.rejectedEvents',
    icon: FactCheck,
    group: 'operations',
    subjects: ['operation'],
  },
  { path: '/users', label: 'menu.users', icon: People, group: 'settings', subjects: ['user'] },
  { path: '/api-keys', label: 'menu.apiKeys', icon: VpnKey, group: 'settings', subjects: ['api_key'] },
  { path: '/profile', label: 'menu.profile', icon: ManageAccounts, group: 'settings' },
];

type May = (action: 'read', subject: Subject) => boolean;

/** What of the menu a person is shown. */
export function selectMenu(may: May): readonly MenuEntry[] {
  return MENU.filter(({ subjects }) => subjects === undefined || subjects.some((subject) => may('read', subject)));
}
