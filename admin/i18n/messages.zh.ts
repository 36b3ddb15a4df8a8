import { overviewZh } from './overview.zh.ts';
import { peopleZh } from './people.zh.ts';
import { casesZh } from './cases.zh.ts';
import { moneyZh } from './money.zh.ts';
import { listReasonWords } from './list-reason-words.ts';
import { frameZh } from './frame.zh.ts';
import { problemsZh } from './problems.zh.ts';
import { raZh } from './ra.zh.ts';
import { wordsZh } from './words.zh.ts';

/** Everything that the admin says in Chinese. */
export const messagesZh = {
  ...raZh,
  ...frameZh,
  ...wordsZh,
  ...casesZh,
  ...moneyZh,
  reason: listReasonWords('zh'),
  ...overviewZh,
  ...peopleZh,
  problem: { ...problemsZh, ...frameZh.problem },
};
