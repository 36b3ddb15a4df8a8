import english from 'ra-language-english';

/** react-admin’s own words, in our tone: what is so and what to do, without pleading. */
export const raEn = {
  ra: {
    ...english.ra,
    message: {
      ...english.ra.message,
      loading: 'Loading',
      unsaved_changes: 'Changes on this page are not saved. Leave and lose them?',
      invalid_form: 'Some fields need another look.',
    },
    auth: { ...english.ra.auth, auth_check_error: 'Sign in to go on.' },
    notification: {
      ...english.ra.notification,
      logged_out: 'Signed out.',
      not_authorized: 'Your role does not reach this.',
    },
    saved_queries: {
      ...english.ra.saved_queries,
      new_label: 'Save this query…',
      new_dialog_title: 'Save this query as',
      remove_label: 'Remove a saved query…',
      remove_dialog_title: 'Remove the saved query',
      remove_message: 'The query is removed from this browser. No data is touched.',
    },
  },
};
