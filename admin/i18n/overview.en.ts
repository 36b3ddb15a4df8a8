/** The first page, the palette, and what waits. */
export const overviewEn = {
  overview: {
    title: 'Overview', span: 'Last %{count} days', spanLabel: 'Span', waits: 'Waits for me', nothingWaits: 'Nothing waits for you.', claims: 'Claims', onPrevious: '%{change} on the %{count} days before', noPrevious: 'None in the %{count} days before',
    automatic: 'No person needed', automaticOf: '%{count} of %{total}', oldest: 'Oldest waiting', noneWaiting: 'No case waits for a person.', outcomes: 'Outcomes by day', day: 'Day (UTC)', total: 'Total',
    referrals: 'To a person, by reason', noReferrals: 'No case went to a person.', cases: 'Cases', notSet: 'Not set: %{names}', set: 'Set', granted: 'Money and credits, by program', nothingGranted: 'Nothing was granted.', money: 'Money',
    credits: 'Credits', decisions: 'Decisions', neverTotal: 'One row per currency, never a total.', asOf: 'As of %{at}', steps: 'Begin here', stepDecision: 'See a decision', stepDecisionDetail: 'Send an event or a claim (see /docs); its decision appears under Decisions.',
    stepChange: 'Change a value in a draft', stepChangeDetail: 'Under Policies, start a draft and set a window. Nothing is live before it is approved.', stepApprove: 'Let someone approve it', stepApproveDetail: 'Whoever wrote part of a draft cannot approve it.',
    chartLabel: 'Cases opened by day, stacked by the outcome of their latest decision', since: 'since %{at}',
  },
  palette: {
    title: 'Search or jump', placeholder: 'An id, a digest, or the name of a page', none: 'Nothing has this name or id.', looking: 'Looking', page: 'Page', policyKind: 'Policy',
    type: {
      case: 'Case', decision: 'Decision', payout: 'Payout', wallet: 'Wallet', entry: 'Ledger entry', customer: 'Customer', policy: 'Policy', policy_version: 'Policy version', user: 'User', api_key: 'API key', audit_event: 'Audit event',
      rule: 'Rule', parameter: 'Parameter', clause: 'Clause',
    },
  },
};
