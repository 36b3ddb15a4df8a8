import { overviewEn } from './overview.en.ts';
import { peopleEn } from './people.en.ts';
import { casesEn } from './cases.en.ts';
import { moneyEn } from './money.en.ts';
import { listReasonWords } from './list-reason-words.ts';
import { frameEn } from './frame.en.ts';
import { raEn } from './ra.en.ts';
import { wordsEn } from './words.en.ts';

/** Everything that the admin says in English. */
export const messagesEn = {
  ...raEn,
  ...frameEn,
  ...wordsEn,
  ...casesEn,
  ...moneyEn,
  reason: listReasonWords('en'),
  ...overviewEn,
  ...peopleEn,
};
