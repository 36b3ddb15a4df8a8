import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { draftAuditEvent } from '../../core/audit/draft-audit-event.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { customerKeyOf, WorkingFile } from '../../core/customers/working-file.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { PersonalData } from '../../ports/personal-data.ts';
import type { Clock, Ids } from '../../ports/platform.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Batch } from '../adjudication/batch.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';

export interface EraseDeps {
  readonly files: CustomerFiles;
  readonly unitOfWork: UnitOfWork;
  readonly personal: Pick<PersonalData, 'erase'>;
  readonly catalogue: Pick<PolicyCatalogue, 'hasProgram'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const TRIES = 10;
/** Cases changed in one transaction. */
const CASES_AT_ONCE = 200;

/**
 * Erases a customer's personal data: key and rows of the vault, and the keyed hashes by which a sender is recognised, those
 * in the claims of old cases included. Decisions, entries and their digests stay valid and can still be replayed. Repeating it is harmless.
 * Throws PROGRAM_NOT_FOUND: to answer a mistyped program with success would leave what was to be erased.
 */
export async function eraseCustomer(
  deps: EraseDeps,
  program: string,
  customerId: string,
  actor: RequestActor,
): Promise<{ rows: number }> {
  if (!(await deps.catalogue.hasProgram(program)))
    throw new AppError('PROGRAM_NOT_FOUND', `There is no program ${program}.`);
  const key = customerKeyOf(program, customerId);
  let isNoted = false;
  for (let tries = 0; tries < TRIES;) {
    const forgotten = await forgetSome(deps, key, (batch) => {
      if (!isNoted) noteErasure(batch, program, customerId, actor);
    });
    if (forgotten === null) await pauseWithJitter(tries++);
    else if (forgotten < CASES_AT_ONCE) return deps.personal.erase(key);
    else isNoted = true;
  }
  throw new AppError('CONFLICT', 'Too much is happening to this customer at once. Nothing was erased; try again.', {
    retryAfterSeconds: 1,
  });
}

function noteErasure(batch: Batch, program: string, customerId: string, actor: RequestActor): void {
  const subject = { type: 'customer', id: customerId };
  const {
    id: _id,
    at: _at,
    ...noted
  } = draftAuditEvent(actor, '', batch.at, { action: 'customer.erased', program, subject });
  batch.audit(noted);
}

/** One transaction: the customer's own hashes and those of some cases. Answers how many cases it was; null where others were faster. */
async function forgetSome(deps: EraseDeps, key: CustomerKey, note: (batch: Batch) => void): Promise<number | null> {
  const file = (await deps.files.load([key], [])).get(key);
  const working = file === undefined ? null : new WorkingFile(file, false);
  const ids = working === null ? [] : await deps.files.listCasesWithSender(key, CASES_AT_ONCE);
  const batch = new Batch(
    {
      at: deps.clock.now(),
      files: new Map(working === null ? [] : [[key, working]]),
      receipts: new Map(),
      answers: new Map(),
      incidents: [],
      activations: { byPolicy: new Map() },
    },
    deps.ids,
  );
  note(batch);
  if (working !== null) {
    forgetHashes(working, batch.at);
    for (const kase of (await deps.files.loadCases(ids)).values()) {
      working.cases.set(kase.id, kase);
      Object.assign(working.editCase(kase.id), { claim: { ...kase.claim, sender: {} } });
    }
  }
  const unit = batch.assemble();
  return unit === null || (await deps.unitOfWork.commit(unit)) === 'committed' ? ids.length : null;
}

function forgetHashes(file: WorkingFile, at: number): void {
  const customer = file.editCustomer();
  customer.emailHashes = [];
  customer.phoneHashes = [];
  customer.erasedAt = at;
  for (const order of file.listOrders())
    if (order.payerEmailHash !== undefined) delete file.editOrder(order.orderId).payerEmailHash;
}
