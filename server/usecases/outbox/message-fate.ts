/** A message that cannot be worked on before `dueAt` (epoch ms): it is parked and comes back then. */
export class ParkMessage extends Error {
  override readonly name = 'ParkMessage';
  readonly dueAt: number;

  constructor(dueAt: number, why: string) {
    super(why);
    this.dueAt = dueAt;
  }
}

/** A message that no retry will help: it becomes a dead letter with this code. `detail` holds no personal data. */
export class BuryMessage extends Error {
  override readonly name = 'BuryMessage';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}
