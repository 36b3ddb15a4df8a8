import { checkSeal } from '../../core/audit/canonical-document.ts';
import type { LedgerAudit } from '../../ports/ledger-audit.ts';
import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** What a journal's text says: kind, id and digest of each document that its transaction sealed. */
interface JournalBody {
  readonly documents: readonly (readonly [string, string, string])[];
}

/** Every sealed document still has the digest it was sealed with, and stands in exactly one journal. */
export const sealsIntact: Invariant = {
  name: 'every sealed document is as it was sealed, and in exactly one journal',
  async check(audit) {
    const { listed, count: journals, violation } = await loadJournals(audit);
    if (violation !== null) return { checked: countOf(journals, 'journal'), violation };
    let count = 0;
    for await (const document of audit.sealed()) {
      count += 1;
      const name = `${document.kind} ${document._id}`;
      const checked = countOf(count, 'document');
      if (!checkSeal(document))
        return { checked, violation: `${name} was changed: its digest is not that of its text` };
      const digest = listed.get(name);
      if (digest === undefined) return { checked, violation: `${name} is in no journal` };
      if (digest !== document.digest)
        return { checked, violation: `${name} was put in the place of another: its journal lists another digest` };
      listed.delete(name);
    }
    const checked = `${countOf(count, 'document')} in ${countOf(journals, 'journal')}`;
    const [gone] = listed;
    return gone === undefined ? { checked } : { checked, violation: `${gone[0]} is in a journal and gone` };
  },
};

async function loadJournals(
  audit: LedgerAudit,
): Promise<{ listed: Map<string, string>; count: number; violation: string | null }> {
  const listed = new Map<string, string>();
  let count = 0;
  for await (const journal of audit.journals()) {
    count += 1;
    if (!checkSeal(journal)) return { listed, count, violation: `journal ${journal._id} was changed` };
    const { documents } = JSON.parse(journal.body) as JournalBody;
    for (const [kind, id, digest] of documents) {
      const name = `${kind} ${id}`;
      if (listed.has(name))
        return { listed, count, violation: `${name} is in two journals, the second ${journal._id}` };
      listed.set(name, digest);
    }
  }
  return { listed, count, violation: null };
}
