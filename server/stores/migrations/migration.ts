import type { mongo } from 'mongoose';

/**
 * One numbered step of the database's structure. Once released it is never edited: another is added.
 * `up` must be safe to repeat and to run in two processes at once.
 */
export interface Migration {
  readonly id: string;
  up(db: mongo.Db): Promise<void>;
}
