import { frameEn } from './frame.en.ts';
import { raEn } from './ra.en.ts';
import { wordsEn } from './words.en.ts';

/** Everything that the admin says in English. */
export const messagesEn = { ...raEn, ...frameEn, ...wordsEn };
