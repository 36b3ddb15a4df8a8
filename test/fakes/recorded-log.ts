import type { Log } from '../../server/ports/platform.ts';

/** A log that keeps its lines. */
export class RecordedLog implements Log {
  readonly lines: { level: 'info' | 'warn' | 'error'; fields: object; message: string }[] = [];

  info(fields: object, message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  warn(fields: object, message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  error(fields: object, message: string): void {
    this.lines.push({ level: 'error', fields, message });
  }

  /** Messages of one level. */
  listMessages(level: 'info' | 'warn' | 'error'): string[] {
    return this.lines.filter((line) => line.level === level).map((line) => line.message);
  }
}
