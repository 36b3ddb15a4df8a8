/**
 * Something outside the program keeps it from starting: a taken port, a missing tool, an unreachable database.
 * Shown as one message with the ways out, never as a stack trace.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
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

/** The text a person sees: the problem, then each way out on a line of its own. */
export function presentSetupError(error: SetupError): string {
  return [`Redress could not start: ${error.message}`, ...error.waysOut.map((way) => `  → ${way}`)].join('\n');
}
