import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { draftAuditEvent } from '../../core/audit/draft-audit-event.ts';
import { customerKeyOf, WorkingFile } from '../../core/customers/working-file.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import type { Clock, Ids } from '../../ports/platform.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Batch } from '../adjudication/batch.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';

export interface EraseDeps {
  readonly files: CustomerFiles;
  readonly unitOfWork: UnitOfWork;
  readonly personal: Pick<PersonalData, 'erase'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const TRIES = 10;

/**
 * Erases a customer's personal data: key and rows of the vault, and the keyed hashes by which a sender is recognised.
 * Decisions, entries and their digests stay valid and can still be replayed. Repeating it is harmless.
 */
export async function eraseCustomer(
  deps: EraseDeps,
  program: string,
  customerId: string,
  actor: RequestActor,
): Promise<{ rows: number }> {
  const key = customerKeyOf(program, customerId);
  for (let tries = 0; tries < TRIES; tries++) {
    const file = (await deps.files.load([key], [])).get(key);
    if (file === undefined) return deps.personal.erase(key);
    const working = new WorkingFile(file, false);
    const batch = new Batch(
      {
        at: deps.clock.now(),
        files: new Map([[key, working]]),
        receipts: new Map(),
        answers: new Map(),
        incidents: [],
        activations: { byPolicy: new Map() },
      },
      deps.ids,
    );
    forgetHashes(working, batch.at);
    const subject = { type: 'customer', id: customerId };
    const {
      id: _id,
      at: _at,
      ...noted
    } = draftAuditEvent(actor, '', batch.at, {
      action: 'customer.erased',
      program,
      subject,
    });
    batch.audit(noted);
    const unit = batch.assemble();
    if (unit !== null && (await deps.unitOfWork.commit(unit)) === 'committed') return deps.personal.erase(key);
    await pauseWithJitter(tries);
  }
  throw new AppError('CONFLICT', 'Too much is happening to this customer at once. Nothing was erased; try again.', {
    retryAfterSeconds: 1,
  });
}

function forgetHashes(file: WorkingFile, at: number): void {
  const customer = file.editCustomer();
  customer.emailHashes = [];
  customer.phoneHashes = [];
  customer.erasedAt = at;
  for (const order of file.listOrders())
    if (order.payerEmailHash !== undefined) delete file.editOrder(order.orderId).payerEmailHash;
}
