import { listWorkRefs, presentCase } from '../../contract/http/case-view.ts';
import type { CaseView } from '../../contract/http/case-view.ts';
import type { Case } from '../../core/cases/case.ts';
import type { Outbox } from '../../ports/outbox.ts';

/** Cases as the contract shows them, each with what of it was given up and waits for an operator. */
export async function showCases(outbox: Pick<Outbox, 'findDead'>, cases: readonly Case[]): Promise<CaseView[]> {
  const givenUp = await outbox.findDead([...new Set(cases.flatMap(listWorkRefs))]);
  return cases.map((kase) => presentCase(kase, givenUp));
}
