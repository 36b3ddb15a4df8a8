import { AppError } from '../../contract/error-registry.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import { draftAuditEvent } from '../../core/audit/draft-audit-event.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { Clock, Ids, WorkQueue } from '../../ports/platform.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { announceMessages } from './announce-messages.ts';
import { createUnit } from '../adjudication/batch.ts';

/** What a replay needs. */
export interface ReplayDeadLetterDeps {
  readonly outbox: Pick<Outbox, 'replay' | 'findOpen'>;
  readonly queue: WorkQueue;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Makes a dead letter due again and announces it.
 * Throws NOT_FOUND where there is no dead letter of this id.
 */
export async function replayDeadLetter(deps: ReplayDeadLetterDeps, id: string, actor: RequestActor): Promise<void> {
  const at = deps.clock.now();
  if (!(await deps.outbox.replay(id, at))) throw new AppError('NOT_FOUND', `There is no dead letter ${id}.`);
  const unit = createUnit(at);
  const note = { action: 'dead_letter.replayed', subject: { type: 'outbox_message', id } };
  unit.auditEvents.push(draftAuditEvent(actor, deps.ids.next(), at, note));
  await deps.unitOfWork.commit(unit);
  await announceMessages(deps.queue, await deps.outbox.findOpen([id]));
}
