import { frameZh } from './frame.zh.ts';
import { problemsZh } from './problems.zh.ts';
import { raZh } from './ra.zh.ts';
import { wordsZh } from './words.zh.ts';

/** Everything that the admin says in Chinese. */
export const messagesZh = { ...raZh, ...frameZh, ...wordsZh, problem: { ...problemsZh, ...frameZh.problem } };
