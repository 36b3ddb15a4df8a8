/** Screens of wallets, ledger entries and payouts. */
export const moneyEn = {
  wallet: {
    list: 'Wallets', one: 'Wallet', heading: 'Wallet %{id}', balance: 'To spend', held: 'Held', lots: 'Lots', customer: 'Customer', id: 'Wallet', empty: 'No wallets yet. They appear with the first order or grant.',
    line: '%{spend} to spend, %{held} held', lot: 'Lot', from: 'From', cashable: 'Cashable', yes: 'yes', never: 'never', left: 'Left', heldOf: 'Held', total: 'Total', promised: 'Promised back', forfeiting: 'Being taken', bar: '%{left} of %{total} left',
    rule: 'Spending takes non-cashable lots first, then the oldest.', consumption: 'Movements in the ledger', cases: 'Cases of this customer',
  },
  entry: {
    list: 'Ledger', one: 'Entry', heading: '%{kind}', kind: 'What happened', recorded: 'Recorded', occurred: 'Happened', amount: 'Amount', causedBy: 'Caused by', wallet: 'Wallet', order: 'Order', generation: 'Generation', key: 'Key',
    empty: 'No entries yet. They appear when credits or money move.', account: 'Account', commodity: 'In', debit: 'Debit', credit: 'Credit', sum: 'Sum', balanced: '= 0 ✓', reverses: 'Takes back', none: 'none', customer: 'Customer', case: 'Case', decision: 'Decision',
    payout: 'Payout', from: 'Recorded from', until: 'Recorded until', postings: 'Postings', id: 'Entry', details: 'Postings of %{id}',
  },
  payout: {
    list: 'Payouts', one: 'Payout', heading: 'Payout of %{amount} by %{provider}', amount: 'Amount', provider: 'Provider', created: 'Ordered', status: 'Status', order: 'Order', case: 'Case', decision: 'Decision', id: 'Payout', empty: 'No payouts yet. They appear when a decision grants cash.',
    steps: 'How far it is', submitted: 'Taken by the provider', settled: 'Settled', updated: 'Last change', attempts: 'Sent or looked up', providerRefund: 'The provider’s id', failure: 'Why it failed', from: 'Ordered from', until: 'Ordered until', customer: 'Customer',
    times: '%{smart_count} time |||| %{smart_count} times',
    explain: {
      queued: 'Waits for its turn.', sending: 'Being sent to the provider.', submitted: 'The provider has it; its answer is awaited.', settled: 'The provider has paid it out.', pending_approval: 'The provider has to approve it first.',
      requires_action: 'Somebody has to act at the provider.', unknown: 'The provider gave no clear answer. It is looked up, never sent twice.', failed: 'The provider refused it for good. The held credits were released and the case reopened.',
      rejected: 'The provider rejected it. The held credits were released and the case reopened.', reversed: 'It failed after it had settled; what was voided is given back.', cancelled: 'It was cancelled before it was sent.',
    },
  },
};
