/** Screens of cases, decisions and their traces. */
export const casesEn = {
  case: {
    list: 'Cases', one: 'Case', heading: 'Case %{id} · %{subject}', opened: 'Opened', subject: 'Subject', asksFor: 'Asks for', reason: 'Claims', age: 'Age', outcome: 'Outcome', customer: 'Customer',
    subjectId: 'Order, generation or wallet', subjectType: 'Kind of subject', queue: 'Queue', id: 'Case', openedFrom: 'Opened from', openedUntil: 'Opened until', reasonCode: 'Reason code',
    empty: 'No cases yet. They appear when claims or failure events arrive; /docs shows how to send one.', status: 'Status', decidedLine: '%{verdict}', decision: 'Decision',
    timeline: 'What happened', timelineZone: 'What happened, %{zone}', claim: 'Claim', effects: 'Effects', noEffects: 'None: nothing was promised, nothing moves.', evidence: 'Evidence', fields: 'Fields filled',
    channel: 'Came by', sent: 'Sent', received: 'Received', automatic: 'Filed by the service on a failure event', issue: 'Issue', language: 'Language', closure: 'Closed because', waitsIn: 'Waits in queue',
    supersededBy: 'Superseded by', duplicateOf: 'Answered by the open case', payouts: 'Payouts', entries: 'Ledger', updated: 'Last change',
  },
  happened: {
    claim: 'Claim filed: %{code}', information: 'Customer sent information', decision: 'Decided: %{code}', effect: 'Effect: %{code}', entry: 'Posted: %{code}', payout: 'Payout: %{code}', audit: 'Read or changed: %{code}',
  },
  decision: {
    list: 'Decisions', one: 'Decision', when: 'When', outcome: 'Outcome', reason: 'Reason', version: 'Version', case: 'Case', granted: 'Granted', decidedFrom: 'Decided from', decidedUntil: 'Decided until', id: 'Decision',
    empty: 'No decisions yet. They appear when claims or failure events arrive; /docs shows how to send one.', evidence: 'Evidence', policy: 'Policy', floor: 'Statutory floor', noFloor: 'does not apply',
    record: 'Record', versionDigest: 'Version digest', decidedAt: 'Decided', clauses: 'Clauses', missing: 'Not known', replay: 'Replay', replayIdentical: 'Identical, %{at}', replayDiffers: 'Differs in %{count} place |||| Differs in %{count} places',
    copySupport: 'Copy for support', stored: 'stored', again: 'again', message: 'Customer reads', internal: 'Staff read', why: 'Why', deciding: 'Deciding', allRules: 'All %{count}', floorHeading: 'Statutory floor',
    nearMissIntro: 'One condition short of “%{rule}”, which %{outcome}: %{words}.', versionN: '%{policy} v%{number}', basis: { request_time: 'At the request', purchase_time: 'At the purchase' }, counts: 'counts', raisedByFloor: 'Raised by the statutory floor',
    missingFacts: 'not known: %{facts}', openCase: 'Open the case',
  },
  trace: {
    tree: 'Rules in order', decides: 'decides', nearMiss: 'near miss', all: 'all of', any: 'at least one of', not: 'not', detail: 'Selected', fact: 'Fact', actual: 'Was', operand: 'Compared with', parameter: 'Parameter', margin: 'Margin',
    clause: 'Clause', stage: 'Stage', unset: 'not set', openPolicy: 'Open the policy', none: 'Nothing to show here.', reason: 'Reason', ruleName: 'Rule', select: 'Choose a line to see what it looked at.',
    keys: 'Arrow keys move, open and close.',
  },
};
