import { createPeopleAnswers } from './people-use-cases.ts';
import { createPolicyAnswers } from './policy-use-cases.ts';
import type { UseCases } from '../../server/http/use-cases.ts';
import {
  buildCaseView,
  buildDeadLetterView,
  buildDecisionView,
  buildEntryView,
  buildPayoutView,
  buildRejectedEventView,
  buildTraceView,
  buildWalletView,
} from '../builders/views.ts';

/** One call of a use case. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Use cases that answer a plausible view of `program` and remember how they were called. Any may be replaced. */
export class FakeUseCases {
  readonly calls: Call[] = [];
  /** What was noted in the audit though nothing changed. */
  readonly notes: Call[] = [];
  readonly useCases: UseCases;

  constructor(program = 'anumi', replaced: Partial<UseCases> = {}) {
    const answers = { ...createAnswers(program), ...replaced };
    const recorded = Object.entries(answers).map(([name, answer]) => [
      name,
      (...args: unknown[]): unknown => {
        (name.startsWith('note') ? this.notes : this.calls).push({ name, args });
        return (answer as (...given: unknown[]) => unknown)(...args);
      },
    ]);
    this.useCases = Object.fromEntries(recorded) as unknown as UseCases;
  }

  /** Calls of one use case. */
  listCalls(name: keyof UseCases): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args);
  }
}

function createAnswers(program: string): UseCases {
  const one = <T>(item: T) => ({ items: [item], total: 1 });
  const reply = { case: buildCaseView(program), decision: buildDecisionView(program) };
  const { id: _id, caseId: _caseId, ...evaluated } = buildDecisionView(program);
  return {
    ingestEvents: async (events, invalid) => ({
      accepted: events.length,
      duplicates: 0,
      rejected: invalid.map(({ index, id, code, message }) => ({ index, id, code, message })),
    }),
    fileClaims: async (claims) => claims.map(() => ({ status: 'created', response: reply })),
    supplyInformation: async () => ({ status: 'created', response: reply }),
    evaluateClaim: async () => ({ decision: evaluated, trace: buildTraceView() }),
    getCase: async () => buildCaseView(program),
    listCases: async () => one(buildCaseView(program)),
    getTimeline: async () => [],
    getDecision: async () => buildDecisionView(program),
    listDecisions: async () => one(buildDecisionView(program)),
    explainDecision: async () => buildTraceView(),
    replayDecision: async () => ({ identical: true, differences: [] }),
    getWallet: async () => buildWalletView(program),
    listEntries: async () => one(buildEntryView(program)),
    getPayout: async () => buildPayoutView(program),
    listPayouts: async () => one(buildPayoutView(program)),
    listDeadLetters: async () => one(buildDeadLetterView(program)),
    answerOnce: async (claim, run) => ({
      status: 'created',
      response: await run({ ...claim, key: `${claim.key} done` }),
    }),
    replayDeadLetter: async (id) => ({ id, replayed: true }),
    listRejectedEvents: async () => one(buildRejectedEventView(program)),
    getRejectedEvent: async () => ({
      ...buildRejectedEventView(program),
      body: { data: { program, customerId: 'c1' } },
    }),
    replayRejectedEvent: async (id) => ({ id, outcome: 'applied', code: null, message: null }),
    notifyProvider: async (_provider, { payoutId }) => ({ received: true, payoutId }),
    eraseCustomer: async (asked, customerId) => ({ program: asked, customerId, erasedRows: 3 }),
    ...createPeopleAnswers(program),
    ...createPolicyAnswers(program),
  };
}
