/** Screens of the audit, operations, users, keys and one’s own profile. */
export const peopleEn = {
  audit: {
    list: 'Audit', when: 'When', who: 'Who', what: 'What', subject: 'To what', from: 'From', search: 'Who, what or an id', action: 'Action', actor: 'Who, as user/… or key/…', actorKind: 'Kind of actor', subjectType: 'Kind of thing', subjectId: 'Id of the thing',
    requestId: 'Request', atFrom: 'From', atUntil: 'Until', empty: 'Nothing was changed yet.', before: 'Before', after: 'After', field: 'What', why: 'Why', ip: 'Address', detail: 'Further', noChange: 'No values changed.', removed: 'gone', heading: '%{who} %{what}',
    kinds: { user: 'Person', key: 'Key', system: 'The service', anonymous: 'Nobody known' },
    done: {
      session: { started: 'signed in', ended: 'signed out', refused: 'was refused at sign-in', locked_out: 'was locked out', expired: 'was signed out by time' },
      user: {
        created: 'made a user', changed: 'changed a user', locked: 'locked a user', unlocked: 'unlocked a user', linked: 'linked a user to the sign-in service', password_changed: 'changed their password', password_reset: 'reset a password',
        profile_changed: 'changed their profile', signed_out_everywhere: 'ended every session of a user',
      },
      api_key: { created: 'made a key', revoked: 'revoked a key' },
      list: { exported: 'exported a list', read: 'read a list' },
      request: { refused: 'was refused' },
      dead_letter: { replayed: 'replayed a dead letter' },
      decision: { recorded: 'recorded a decision', read: 'read a decision', replayed: 'replayed a decision' },
      case: { closed: 'closed a case', read: 'read a case' },
      customer: { erased: 'erased a customer', read: 'read a customer' },
      wallet: { read: 'read a wallet' },
      payout: { cancelled: 'cancelled a payout', not_found: 'did not find a payout at the provider', sent_again: 'sent a payout again', read: 'read a payout' },
    },
  },
  deadLetter: {
    list: 'Dead letters', intro: 'Work that was given up. Nothing of it is lost; replay it when its cause is gone.', what: 'What', topic: { outcome: 'Outcome of a decision', payout: 'Sending a payout' }, code: 'Why', detail: 'In words', attempts: 'Tries', created: 'Promised',
    buried: 'Given up', ref: 'About', empty: 'No dead letters. Work that fails for good appears here.', replay: 'Replay', replayAct: 'Replay…', replayTitle: 'Replay this work', consequence: 'It is due again at once. What it would do twice is refused by its key.', done: 'It is due again.', from: 'Given up from', until: 'Given up until', id: 'Message',
  },
  rejectedEvent: {
    list: 'Rejected events', intro: 'Events that were not applied: refused, or waiting for what they need.', received: 'Received', type: 'Type', status: { waiting: 'Waits', rejected: 'Refused', attention: 'Applied; look at it' }, code: 'Why', message: 'In words', waitsFor: 'Waits for',
    attempts: 'Tries', empty: 'No rejected events. What could not be applied appears here.', replay: 'Replay', replayAct: 'Replay…', replayTitle: 'Replay this event', consequence: 'The event is tried again as it was sent. If it is refused again it stays here.',
    outcome: { applied: 'Applied.', duplicate: 'It was applied before.', waiting: 'It waits still: %{message}', rejected: 'Refused again: %{message}' }, from: 'Received from', until: 'Received until', id: 'Row', occurred: 'Happened', key: 'Event',
  },
  user: {
    list: 'Users', name: 'Name', email: 'E-mail', roles: 'Roles', status: 'Status', active: 'Active', locked: 'Locked', lastSeen: 'Last seen', created: 'Made', never: 'never', add: 'Add a user…', addTitle: 'Add a user', addConsequence: 'A password for one sign-in is made and shown once.', addVerb: 'Add', role: 'Role',
    programs: 'Programs', allPrograms: 'all programs', addGrant: 'Add a role', removeGrant: 'Remove the role %{role}', grants: 'Roles and programs', save: 'Save', saved: 'Saved. It holds from the next request on.', signOut: 'Sign out everywhere…', signOutTitle: 'Sign %{name} out everywhere', signOutVerb: 'Sign out everywhere',
    signOutConsequence: 'Every session of %{name} ends now. What is not saved there is lost.', signedOut: 'All sessions are over.', lock: 'Lock…', lockVerb: 'Lock', lockTitle: 'Lock %{name}', lockConsequence: '%{name} cannot sign in until unlocked; their sessions end now.', unlock: 'Unlock…', unlockVerb: 'Unlock', unlockTitle: 'Unlock %{name}',
    unlockConsequence: '%{name} can sign in again.', reset: 'New password…', resetVerb: 'Make a new password', resetTitle: 'New password for %{name}', resetConsequence: 'The old one stops working and their sessions end. The new one is shown once and has to be replaced at sign-in.', oneTime: 'Password for one sign-in', oneTimeOf: 'For %{email}, until %{at}',
    empty: 'No users.', linked: 'Linked to the sign-in service', mustChange: 'Has to change the password', heading: '%{name}', unsaved: 'Roles are changed and not saved.', discard: 'Discard', id: 'User', own: 'Nobody changes their own rights.', demo: 'Demonstration', anyRole: 'Any role',
  },
  apiKey: {
    list: 'API keys', name: 'What for', programs: 'Programs', verbs: 'May', created: 'Made', state: 'State', in_force: 'In force', revoked: 'Revoked', add: 'New key…', addTitle: 'New key', addVerb: 'Make the key', addConsequence: 'The key is shown once. Only a hash of it is kept.', revoke: 'Revoke…', revokeVerb: 'Revoke',
    revokeTitle: 'Revoke %{name}', revokeConsequence: 'Requests with it fail within five seconds. It cannot be taken back.', revokedDone: 'The key is revoked.', empty: 'No keys. Make one for each system that sends events or claims.', allPrograms: 'all programs', everyVerb: 'everything a key may do',
    verbHelp: 'What it may do; keys never change a policy.', id: 'Key', secret: 'The key', revokedAt: 'Revoked %{at}',
  },
  once: { title: 'Shown this once', stored: 'I have stored it', done: 'Done', note: 'It cannot be shown again.', waits: 'Done waits until you have stored it.' },
  profile: {
    title: 'Profile', look: 'Language and look', language: 'Language', theme: 'Theme', zone: 'Time zone', shortcuts: 'Single letters are shortcuts', shortcutsHelp: 'Off where they get in the way of an input method or a screen reader.', password: 'Password', current: 'Password now', next: 'New password',
    nextHelp: 'At least 12 characters.', again: 'New password again', differ: 'The two are not the same.', tooShort: 'At least 12 characters.', change: 'Change the password', changed: 'The password is changed. Other sessions have ended.', sessions: 'Sessions', signOut: 'Sign out everywhere…',
    signOutTitle: 'Sign out everywhere', signOutVerb: 'Sign out everywhere', signOutConsequence: 'Every session of yours ends, this one too.', roles: 'Your roles', mustChange: 'Your password was given to you by somebody else. Choose your own.', elsewhere: 'You sign in through the sign-in service.',
    currentWrong: 'The password now in use is another.', nobody: 'none',
  },
};
