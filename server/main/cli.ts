#!/usr/bin/env node
import { createProgram } from './cli-program.ts';
import { presentSetupError, SetupError } from './setup-error.ts';

try {
  await createProgram(process.env).parseAsync(process.argv);
  // A command that has done its work must not be kept alive by the channel to a supervisor.
  if (process.connected) process.disconnect();
} catch (error) {
  console.error(error instanceof SetupError ? presentSetupError(error) : error);
  process.exit(1);
}
