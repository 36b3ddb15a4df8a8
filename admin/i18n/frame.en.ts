/** The frame around every screen, and what all screens share. */
export const frameEn = {
  common: {
    loading: 'Loading', tryAgain: 'Try again', requestId: 'Request', copied: 'Copied', copy: 'Copy', copyNamed: 'Copy: %{name}',
    forbiddenTitle: 'Not for your role', forbiddenDetail: 'Your role (%{roles}) does not reach this. An administrator can tell who may.',
    credits: '%{count} credit |||| %{count} credits', close: 'Close', open: 'Open', all: 'All', none: 'None', yes: 'Yes', no: 'No', show: 'Show', hide: 'Hide',
    notKnown: 'not known', empty: '–', program: 'Program', allPrograms: 'All programs', from: 'From', until: 'Until', view: 'View', chart: 'Chart',
    table: 'Table', asOf: 'As of %{at}', details: 'Details', more: 'More', reason: 'Reason', status: 'Status', name: 'Name', when: 'When', who: 'Who',
  },
  act: {
    cancel: 'Cancel', reason: 'Why', reasonOptional: 'Why (optional)', reasonHelp: 'At least %{count} characters. Kept in the audit.',
  },
  frame: {
    appName: 'Redress', menu: 'Menu', openMenu: 'Open menu', closeMenu: 'Close menu', main: 'Main', account: 'Account of %{name}', signOut: 'Sign out',
    profile: 'Profile', language: 'Language', theme: 'Theme', light: 'Light', dark: 'Dark', system: 'As the system', zone: 'Times in %{zone}', zoneTitle: 'Time zone',
    zoneMine: 'This machine: %{zone}', zoneUtc: 'UTC', search: 'Search or jump', searchHint: 'Paste an id, or type the name of a page', shortcuts: 'Keyboard',
    english: 'English', chinese: '中文',
    waiting: 'Nothing waits for you |||| Waits for you: %{smart_count}', waitingShort: 'Waiting %{count}', nowWaiting: 'Now waiting for you: %{count}',
    demo: 'Demonstration data', degraded: 'Part of the service is away: decisions go on, payouts wait.',
    notReady: 'The service is not ready. What you see may be old.', offline: 'No connection. What you see may be old; nothing can be saved until it is back.',
    crashed: 'This page could not be shown', crashedDetail: 'Nothing was changed. Load it again, or go on elsewhere.', reload: 'Load again',
    notFound: 'There is no such page', notFoundDetail: 'Nothing is at %{path}. Pages are in the menu; any id can be pasted into the search (%{keys}).',
  },
  menu: {
    overview: 'Overview', policies: 'Policies', cases: 'Cases', decisions: 'Decisions', wallets: 'Wallets', ledger: 'Ledger', payouts: 'Payouts', audit: 'Audit',
    operations: 'Operations', deadLetters: 'Dead letters', rejectedEvents: 'Rejected events', settings: 'Settings', users: 'Users', apiKeys: 'API keys', profile: 'Profile',
  },
  keys: {
    title: 'Keyboard', palette: 'Search or jump', listSearch: 'Search of the list', goTo: 'Go to %{page}', save: 'Save the draft', run: 'Run, or confirm in a dialog',
    escape: 'Restore the row, close', moveRule: 'Move a rule', neighbours: 'Previous, next record', approveReject: 'Open approve, open reject', help: 'This list',
    then: 'then', switchedOff: 'Single letters are switched off in your profile.',
  },
  signIn: {
    title: 'Sign in', email: 'E-mail', password: 'Password', show: 'Show password', hide: 'Hide password', submit: 'Sign in', or: 'or', continueWith: 'Continue with %{name}',
    failed: 'Not signed in: e-mail or password is not right.', locked: 'Too many tries. Try again in %{span}.', over: 'Your session is over',
    overDetail: 'Sign in again: this page stays as it is, and what you were saving is saved.', leave: 'Leave without saving',
    demo: 'Demonstration data. The users and their passwords are in %{file}.', emailRequired: 'Enter your e-mail.', passwordRequired: 'Enter your password.',
    tagline: 'Refund and compensation decisions, by versioned rules.', ssoFailed: 'The identity provider did not confirm who you are, or no user here has that e-mail.',
  },
  list: {
    search: 'Search', filters: 'Filters', addFilter: 'Add filter', clear: 'Clear all filters', exportCsv: 'Export CSV', noneMatch: 'No rows match these filters.', remove: 'Remove the filter %{name}',
    rows: '%{from}–%{to} of %{total}', perPage: 'Rows', next: 'Next page', previous: 'Previous page', sortedBy: 'Sort by', csvFailed: 'Not exported',
    csvNote: 'At most 10,000 rows, with the filters that are set.', active: 'Filters that are set', updated: '%{count} rows', more: 'more than 10,000',
  },
  problem: {
    offline: 'The service could not be reached', offlineDetail: 'The connection is away. Nothing was lost here; try again when it is back.',
    unexpected: 'Something went wrong in the page',
  },
};
