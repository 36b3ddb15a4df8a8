import { join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { tailOf } from './server-process.ts';

/** Reads out of mongod's log why it did not come up, and says what can be done. */
export async function explainMongo(error: unknown, folder: string): Promise<SetupError> {
  const logFile = join(folder, 'mongod.log');
  const log = await tailOf(logFile, 262_144);
  const way = 'or move the data folder away and start anew, or restore it from a backup';
  if (/Address already in use/i.test(log)) {
    return new SetupError(
      'the port of the embedded MongoDB is taken by another program.',
      ['set REDRESS_MONGODB_PORT to a free port'],
      { cause: error },
    );
  }
  if (/DBPathInUse|Unable to lock the lock file/i.test(log)) {
    return new SetupError(
      `another mongod uses the data in ${folder}.`,
      ['stop the other mongod', 'or set REDRESS_DATA_DIR to another folder'],
      { cause: error },
    );
  }
  if (/Invalid featureCompatibilityVersion|UPGRADE PROBLEM|Wrong mongod version/i.test(log)) {
    return new SetupError(
      `the data in ${folder} was written by another major version of MongoDB.`,
      ['start with the mongod that wrote it (MONGOMS_SYSTEM_BINARY names one)', way],
      { cause: error },
    );
  }
  if (
    /WiredTiger error|WT_[A-Z_]+|corrupt|Unrecoverable|unsupported storage engine|storage engine metadata|Invalid BSON/i.test(
      log,
    )
  ) {
    return new SetupError(
      `the MongoDB data in ${folder} is damaged; the log is ${logFile}.`,
      ['restore the folder from a backup', way],
      { cause: error },
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupError(
    `the embedded MongoDB did not start (${reason}); the log is ${logFile}.`,
    ['look at the log', 'or set MONGODB_URI to a replica set of your own'],
    { cause: error },
  );
}
