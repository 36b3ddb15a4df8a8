import type { Case, CaseEffect } from '../../core/cases/case.ts';
import { nextCaseStatus } from '../../core/cases/next-case-status.ts';
import type { WorkingFile } from '../../core/customers/working-file.ts';
import { reserveEffects } from '../../core/decisions/reserve-effects.ts';
import { boundGrants } from '../../core/records/bound-grants.ts';
import { boundClaims } from '../../core/records/bound-claims.ts';
import { noteDropped } from '../../core/records/note-dropped.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';
import type { Batch } from './batch.ts';
import type { CaseToDecide } from './decide-case.ts';

/** Reserves what a decision promises and writes case, keys, marks, audit and outbox into the batch's transaction. */
export function recordDecision(batch: Batch, task: CaseToDecide, decision: StoredDecision): Case {
  const { file } = task;
  const { decision: draft } = decision;
  const effects = reserveEffects(file, draft.effects, { id: decision.id, at: batch.at });
  boundWallets(file, decision);
  for (const effect of effects)
    batch.claimKey({ key: effect.key, program: decision.program, decisionId: decision.id, caseId: decision.caseId });
  const kase = writeCase(batch, task, decision, effects);
  markClaim(batch, task, decision);
  batch.decide(decision);
  batch.audit({
    action: 'decision.recorded',
    program: decision.program,
    actor: task.actor,
    subject: { type: 'decision', id: decision.id },
    detail: {
      caseId: decision.caseId,
      disposition: draft.disposition,
      reasonCode: draft.reasonCode,
      policyVersion: draft.policyVersion.number,
    },
  });
  if (effects.some((effect) => effect.state === 'reserved')) {
    const promised = {
      caseId: decision.caseId,
      decidedAt: decision.decidedAt,
      disposition: draft.disposition,
      effects: draft.effects,
    };
    batch.send({
      id: batch.nextId(),
      topic: 'outcome',
      program: decision.program,
      customerKey: file.key,
      ref: decision.id,
      promised,
      createdAt: batch.at,
    });
  }
  return kase;
}

/** What no cap can count any more is not carried along. A restored failure counts against none and leaves no grant. */
function boundWallets(file: WorkingFile, { decision, decidedAt }: StoredDecision): void {
  for (const effect of decision.effects) {
    if (effect.kind !== 'courtesy_credit' && (effect.kind !== 'credit_restore' || effect.grant === 'failure')) continue;
    const wallet = file.editWallet(effect.walletId);
    const { kept, droppedUntil } = boundGrants(wallet.grants, decidedAt);
    wallet.grants = kept;
    noteDropped(wallet, droppedUntil);
  }
}

function writeCase(batch: Batch, task: CaseToDecide, decision: StoredDecision, effects: CaseEffect[]): Case {
  const { file, existing } = task;
  const { decision: draft } = decision;
  const standing = {
    status: nextCaseStatus(draft.disposition, effects),
    updatedAt: batch.at,
    decisionId: decision.id,
    disposition: draft.disposition,
    reasonCode: draft.reasonCode,
    ...(draft.queue === null ? {} : { queue: draft.queue }),
    ...(draft.reasonCode === 'ALREADY_OPEN' && decision.record.claim.openCaseId !== undefined
      ? { duplicateOfCaseId: decision.record.claim.openCaseId }
      : {}),
  };
  if (existing === undefined) {
    const created: Case = {
      id: task.caseId,
      program: decision.program,
      customerKey: file.key,
      customerId: file.customer.customerId,
      claim: task.claim,
      openedAt: batch.at,
      ...standing,
      ...closure(standing.status),
      decisionIds: [decision.id],
      effects,
      sequence: 1,
    };
    file.addCase(created);
    listOpen(file, created);
    return created;
  }
  const kase = file.editCase(existing.id);
  Object.assign(kase, standing, closure(standing.status));
  kase.decisionIds.push(decision.id);
  kase.effects.push(...effects);
  kase.sequence += 1;
  listOpen(file, kase);
  return kase;
}

function closure(status: Case['status']): Pick<Case, 'closure'> {
  return status === 'closed' ? { closure: 'decided' } : {};
}

/** Keeps the customer's list of open cases in step with one case. */
export function listOpen(file: WorkingFile, kase: Case): void {
  const customer = file.editCustomer();
  customer.openCases = customer.openCases.filter((open) => open.caseId !== kase.id);
  if (kase.status === 'closed') return;
  customer.openCases.push({
    caseId: kase.id,
    subjectType: kase.claim.subject.type,
    subjectId: kase.claim.subject.id,
    reason: kase.claim.reason,
    status: kase.status,
  });
}

/** Leaves the mark by which later facts count this claim. */
function markClaim(batch: Batch, task: CaseToDecide, decision: StoredDecision): void {
  const customer = task.file.editCustomer();
  const { record } = decision;
  const known = customer.claims.find((mark) => mark.caseId === task.caseId);
  const needsInfo = decision.decision.disposition === 'needs_info';
  if (known !== undefined) {
    known.needsInfo = needsInfo;
    return;
  }
  customer.claims.push({
    at: task.claim.receivedAt,
    sentAt: task.claim.sentAt,
    caseId: task.caseId,
    automatic: task.claim.automatic,
    needsInfo,
    ...(record.order === undefined ? {} : { orderId: record.order.id }),
    ...listOtherOrders(task.file, record),
    ...(record.generation === undefined ? {} : { generationId: record.generation.id }),
  });
  const { kept, droppedUntil } = boundClaims(customer.claims, batch.at);
  customer.claims = kept;
  noteDropped(customer, droppedUntil);
}

/** A generation may have been paid from several orders; a claim about it is about each of them. */
function listOtherOrders(
  file: WorkingFile,
  { order, generation }: StoredDecision['record'],
): { alsoOrderIds?: string[] } {
  const others = (generation?.consumption ?? []).flatMap(({ lotId }) =>
    lotId === order?.id || file.findOrder(lotId) === undefined ? [] : [lotId],
  );
  return others.length === 0 ? {} : { alsoOrderIds: others };
}
