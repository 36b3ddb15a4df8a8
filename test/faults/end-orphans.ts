import { mongo } from 'mongoose';
import type { TestDatabase } from '../setup/database.ts';

/**
 * Ends the transactions that a killed process left open in this database. MongoDB does so by itself after a minute;
 * until then whoever needs the same customer meets a conflict, is told to come back, or waits.
 */
export async function endOrphans({ adminUri, name }: TestDatabase): Promise<void> {
  const client = new mongo.MongoClient(adminUri);
  try {
    await client.db('admin').command({ killAllSessions: [{ user: 'redress', db: name }] });
  } finally {
    await client.close();
  }
}
