/**
 * Something outside the program keeps it from starting: a taken port, a missing tool, an unreachable database.
 * Shown as one message with the ways out, never as a stack trace.
 */
export class SetupError extends Error {
  override readonly name: string = 'SetupError';
  readonly waysOut: readonly string[];

  /**
   * @param problem one sentence that says what is wrong, with the value that is wrong
   * @param waysOut what the person can do, the simplest first
   */
  constructor(problem: string, waysOut: readonly string[], options?: ErrorOptions) {
    super(problem, options);
    this.waysOut = waysOut;
  }
}

/** A command that runs was given something that it cannot use, or asked for what cannot be done: nothing failed to start. Its message is a whole sentence. */
export class CommandError extends SetupError {
  override readonly name: string = 'CommandError';
}

/** The text a person sees: the problem, then each way out on a line of its own. */
export function presentSetupError(error: SetupError): string {
  const problem = error instanceof CommandError ? error.message : `Redress could not start: ${error.message}`;
  return [problem, ...error.waysOut.map((way) => `  → ${way}`)].join('\n');
}
