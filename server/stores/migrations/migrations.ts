import { foundation } from './0001-foundation.ts';
import { people } from './0002-people.ts';
import { policyDrafts } from './0003-policy-drafts.ts';
import { foundByWhomAndByFate } from './0004-found-by-whom-and-by-fate.ts';
import { moneyBack } from './0005-money-back.ts';
import { listsThatDoNotScan } from './0006-lists-that-do-not-scan.ts';
import { rowsOfBefore } from './0007-rows-of-before.ts';
import { casesByWhenTheyWereSent } from './0008-cases-by-when-they-were-sent.ts';
import type { Migration } from './migration.ts';

/** All migrations, in the order in which they are carried out. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  people,
  policyDrafts,
  foundByWhomAndByFate,
  moneyBack,
  listsThatDoNotScan,
  rowsOfBefore,
  casesByWhenTheyWereSent,
];
