#!/usr/bin/env node
import { createProgram } from './cli-program.ts';
import { AppError } from '../contract/error-registry.ts';
import { PolicyFolderError } from './load-policy-folder.ts';
import { presentSetupError, SetupError } from './setup-error.ts';

try {
  await createProgram(process.env).parseAsync(process.argv);
  // A command that has done its work must not be kept alive by the channel to a supervisor.
  if (process.connected) process.disconnect();
} catch (error) {
  console.error(describeError(error));
  process.exit(1);
}

/** What a person can mend is one message; a stack is for what nobody expected. */
function describeError(error: unknown): unknown {
  if (error instanceof SetupError) return presentSetupError(error);
  if (error instanceof PolicyFolderError) return error.message;
  if (!(error instanceof AppError)) return error;
  const places = error.errors.map(({ pointer, message }) => `  ${pointer} ${message}`);
  return [`${error.code}: ${error.message}`, ...places].join('\n');
}
