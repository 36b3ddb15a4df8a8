import type { CaseView } from '../../server/contract/http/case-view.ts';

type Keys<T extends string> = Readonly<Record<T, true>>;

const STATUSES: Keys<CaseView['status']> = { awaiting_customer: true, in_review: true, settling: true, closed: true };
const SUBJECTS: Keys<CaseView['subject']['type']> = { order: true, generation: true, wallet: true };

/** Every status of a case. */
export const CASE_STATUS_ORDER = Object.keys(STATUSES);

/** Every kind of thing that a claim can be about. */
export const SUBJECT_TYPE_ORDER = Object.keys(SUBJECTS);
