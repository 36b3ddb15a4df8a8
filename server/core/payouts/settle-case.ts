import type { CaseClosure, EffectState } from '../cases/case.ts';
import type { WorkingFile } from '../customers/working-file.ts';

/** Where a case waits whose refund failed. */
export const PAYOUTS_QUEUE = 'payouts';

/** Closes a case. `at` is epoch ms. */
export function closeCase(file: WorkingFile, caseId: string, closure: CaseClosure, at: number): void {
  const kase = file.editCase(caseId);
  kase.status = 'closed';
  kase.closure = closure;
  kase.updatedAt = at;
  delete kase.queue;
  const customer = file.editCustomer();
  customer.openCases = customer.openCases.filter((open) => open.caseId !== caseId);
}

/** Gives a case back to a person, because what was decided could not be carried out. */
export function reopenCase(file: WorkingFile, caseId: string, queue: string, at: number): void {
  const kase = file.editCase(caseId);
  kase.status = 'in_review';
  kase.queue = queue;
  kase.updatedAt = at;
  delete kase.closure;
  const customer = file.editCustomer();
  const { subject, reason } = kase.claim;
  customer.openCases = [
    ...customer.openCases.filter((open) => open.caseId !== caseId),
    { caseId, subjectType: subject.type, subjectId: subject.id, reason, status: 'in_review' },
  ];
}

/** Sets the state of one of the case's effects. Throws where the case has none of that key. */
export function markEffect(file: WorkingFile, caseId: string, effectKey: string, state: EffectState): void {
  const effect = file.editCase(caseId).effects.find((one) => one.key === effectKey);
  if (effect === undefined) throw new Error(`Case ${caseId} has no effect ${effectKey}`);
  effect.state = state;
}
