import type { WorkingFile } from '../../core/customers/working-file.ts';
import type { Batch } from './batch.ts';

/** A dispute that was lost has paid the customer: cases that waited for a person about this order are closed as already paid. */
export function endDisputedCases(batch: Batch, file: WorkingFile, orderId: string): void {
  for (const open of file.customer.openCases) {
    if (open.subjectType !== 'order' || open.subjectId !== orderId || open.status === 'settling') continue;
    const kase = file.editCase(open.caseId);
    kase.status = 'closed';
    kase.closure = 'already_paid';
    kase.updatedAt = batch.at;
    batch.audit({
      action: 'case.closed',
      program: kase.program,
      actor: 'system/adjudication',
      subject: { type: 'case', id: kase.id },
      detail: { closure: 'already_paid' },
    });
  }
  const customer = file.editCustomer();
  customer.openCases = customer.openCases.filter((open) => file.cases.get(open.caseId)?.status !== 'closed');
}
