import type { Grant } from '../../core/decisions/compute-grant.ts';
import type { PlannedEffect } from '../../core/decisions/decision.ts';
import { accountKey, holdKey, refundKey, remedyKey } from '../../core/decisions/effect-key.ts';
import type { FindingParams } from '../../core/policies/ruleset.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { CaseRecord, RecordedGeneration } from '../../core/records/case-record.ts';
import type { DecideInput } from './candidate.ts';
import type { Finding } from './finding.ts';
import { planForfeit } from './plan-forfeit.ts';

/** Plans what the deciding finding promises, in the order in which it is reserved. `content` is that of the version it comes from. */
export function planEffects(finding: Finding, content: PolicyContent, input: DecideInput): readonly PlannedEffect[] {
  const { params, grant } = finding;
  if (params === null) return [];
  const { decisionId } = input.ids;
  return [
    ...(grant === null ? [] : planGrant(finding, grant, input.record)),
    ...planHold(finding, params, input),
    ...(params.forfeitCredits === undefined ? [] : planForfeit(params.forfeitCredits, content, input)),
    ...(params.proposeAccountAction === undefined
      ? []
      : [{ kind: 'account_action', key: accountKey(decisionId), action: params.proposeAccountAction } as const]),
  ];
}

function planGrant(finding: Finding, grant: Grant, record: CaseRecord): readonly PlannedEffect[] {
  if (grant.kind === 'cash') return planRefund(grant, record);
  const { generation, wallet } = record;
  if (generation === undefined || wallet === undefined) throw new Error('Credits are granted without a generation');
  const common = {
    key: remedyKey(record.program, generation.id, generation.remediesReversed),
    generationId: generation.id,
    walletId: wallet.id,
    credits: grant.credits,
  };
  if (finding.remedy === 'courtesy_credit') return [{ kind: 'courtesy_credit', ...common }];
  return [{ kind: 'credit_restore', ...common, lots: grant.lots, grant: selectGrantKind(generation) }];
}

/** What a restore counts as against caps. */
function selectGrantKind(generation: RecordedGeneration): 'moderation' | 'quality' | 'failure' {
  if (generation.failure?.class === 'content_policy') return 'moderation';
  return generation.status === 'succeeded' ? 'quality' : 'failure';
}

/** A refund holds all that is left of the lot and all that is coming back to it, earlier holds taken over, so that none of it is spent meanwhile. */
function planRefund(grant: Extract<Grant, { kind: 'cash' }>, record: CaseRecord): readonly PlannedEffect[] {
  const { order } = record;
  if (order === undefined) throw new Error('Cash is granted without an order');
  const { lot } = order;
  return [
    {
      kind: 'cash_refund',
      key: refundKey(record.program, order.id, order.refundsReversed + (order.refundsSettled ?? 0)),
      orderId: order.id,
      lotId: lot.id,
      amountMinor: grant.amountMinor,
      currency: grant.currency,
      provider: order.provider,
      holdCredits: Math.max(0, lot.remaining + lot.restoring - lot.forfeiting),
    },
  ];
}

/** Sets aside what nobody holds yet of the order's lot; a refund does so by itself. */
function planHold(finding: Finding, params: FindingParams, { record, ids }: DecideInput): readonly PlannedEffect[] {
  const { order } = record;
  if (params.holdCredits !== true || order === undefined || finding.grant?.kind === 'cash') return [];
  const { lot } = order;
  const credits = lot.remaining + lot.restoring - lot.held - lot.forfeiting;
  if (credits <= 0) return [];
  return [{ kind: 'credit_hold', key: holdKey(ids.decisionId), orderId: order.id, lotId: lot.id, credits }];
}
