import { pino, type DestinationStream, type LevelWithSilent, type Logger } from 'pino';
import type { Log } from '../ports/platform.ts';
import { redactLine } from './redact.ts';

/** Lowest level that is logged, the process's part (`api`, `worker`), and where lines go (default: standard output). */
export interface LogOptions {
  readonly level: LevelWithSilent;
  readonly part?: string;
  readonly destination?: DestinationStream;
}

/** A structured log: one JSON object a line, redacted as a finished line. The HTTP side logs its requests through it too. */
export function createPino({ level, part, destination }: LogOptions): Logger {
  const options = {
    level,
    base: part === undefined ? null : { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: redactLine },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The log as the use cases see it. */
export function createLog(logger: Logger): Log {
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
