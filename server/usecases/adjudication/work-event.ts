import { applyEvent } from '../../core/events/apply-event.ts';
import type { EventOutcome } from '../../core/events/event-outcome.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import type { Batch } from './batch.ts';
import { fileAutomaticClaim } from './work-claim.ts';
import { endDisputedCases } from './end-disputed-cases.ts';
import { REUSED } from './keep-aside.ts';
import { keepEvent } from './keep-event.ts';
import type { EventItem, EventResult } from './work-item.ts';

/** Applies one event within a batch, files the automatic claim that a failure owes, and keeps what cannot be applied. */
export async function workEvent(deps: AdjudicationDeps, batch: Batch, item: EventItem): Promise<EventResult> {
  const { event } = item;
  const receipt = batch.input.receipts.get(event.eventKey);
  if (receipt !== undefined) {
    if (item.pendingId !== undefined && receipt.digest === item.digest) batch.finishPending(item.pendingId);
    return receipt.digest === item.digest ? { status: 'duplicate' } : reject(batch, item, REUSED);
  }
  const file = batch.openFile(event.program, item.customerKey.slice(event.program.length + 1), item.customerKey);
  const outcome = applyEvent(file, event);
  if (outcome.status === 'waiting') {
    batch.kept.push({
      item,
      ...keepEvent(item, { status: 'waiting', code: 'WAITING', message: outcome.message, waitsFor: outcome.waitsFor }),
    });
    return { status: 'waiting' };
  }
  if (outcome.status === 'rejected') return reject(batch, item, outcome);
  accept(batch, item, outcome);
  if (outcome.failedGenerationId !== undefined)
    await fileAutomaticClaim(deps, batch, file, outcome.failedGenerationId, event);
  if (event.kind === 'dispute.closed' && event.data.outcome === 'lost')
    endDisputedCases(batch, file, event.data.orderId);
  return { status: 'accepted', arrived: outcome.arrived };
}

function accept(batch: Batch, item: EventItem, outcome: Extract<EventOutcome, { status: 'applied' }>): void {
  const { event } = item;
  batch.record(outcome.entries);
  batch.receive({
    key: event.eventKey,
    program: event.program,
    customerKey: item.customerKey,
    digest: item.digest,
    type: item.type,
    occurredAt: event.time,
    receivedAt: event.receivedAt,
  });
  batch.vault(item.personal);
  if (item.pendingId !== undefined) batch.finishPending(item.pendingId);
  if (outcome.attention === undefined) return;
  const kept = keepEvent(item, { status: 'attention', ...outcome.attention, waitsFor: [] });
  batch.unit.pending.push({ doc: kept.event, isNew: true });
  batch.vault([kept.personal]);
}

function reject(batch: Batch, item: EventItem, outcome: Extract<EventOutcome, { status: 'rejected' }>): EventResult {
  batch.kept.push({
    item,
    ...keepEvent(item, {
      status: 'rejected',
      code: outcome.code,
      message: outcome.message,
      waitsFor: outcome.waitsFor ?? [],
    }),
  });
  return { status: 'rejected', code: outcome.code, message: outcome.message };
}
