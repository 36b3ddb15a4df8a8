import type { Customer } from '../../core/customers/customer-file.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

type OpenCase = Customer['openCases'][number];

/** A customer lists exactly their cases that are not closed, each as it stands: later facts rest on that. */
export const openCasesAgree: Invariant = {
  name: 'every customer lists exactly their open cases',
  async check(audit) {
    const listed = new Map<string, OpenCase & { readonly customerKey: string }>();
    for await (const { key, openCases } of audit.customers())
      for (const open of openCases) listed.set(open.caseId, { ...open, customerKey: key });
    let count = 0;
    for await (const { id, status, customerKey, claim } of audit.cases()) {
      count += 1;
      const checked = countOf(count, 'case');
      const open = listed.get(id);
      listed.delete(id);
      if (status === 'closed') {
        if (open !== undefined)
          return { checked, violation: `case ${id} is closed, and ${open.customerKey} lists it as ${open.status}` };
        continue;
      }
      if (open === undefined || open.customerKey !== customerKey)
        return { checked, violation: `case ${id} is ${status}, and ${customerKey} does not list it` };
      if (open.status !== status)
        return { checked, violation: `case ${id} is ${status}, and ${customerKey} lists it as ${open.status}` };
      if (open.subjectId !== claim.subject.id || open.reason !== claim.reason) {
        return {
          checked,
          violation: `case ${id} is about ${claim.subject.id}, and ${customerKey} lists it as about ${open.subjectId}`,
        };
      }
    }
    const [gone] = listed;
    const checked = countOf(count, 'case');
    return gone === undefined
      ? { checked }
      : { checked, violation: `${gone[1].customerKey} lists case ${gone[0]}, which does not exist` };
  },
};
