import type { Calendars } from '../../core/calendars/calendar.ts';
import { resolveWindowEnd } from '../../core/calendars/window.ts';
import type { LotAmount, PlannedEffect } from '../../core/decisions/decision.ts';
import { forfeitKey } from '../../core/decisions/effect-key.ts';
import { deriveCreditsUsedNet } from '../../core/facts/derive-order-facts.ts';
import type { WindowValue } from '../../core/policies/parameter.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { FindingParams } from '../../core/policies/ruleset.ts';
import type { CaseRecord, RecordedLot } from '../../core/records/case-record.ts';
import type { DecideInput } from './candidate.ts';

/**
 * Plans to take the wallet's credits that no hold covers, while the switch is on, sparing packs of which nothing is
 * used and which could still be refunded when the claim was sent. A window without a value spares every unused pack:
 * what is not known is never taken.
 */
export function planForfeit(
  { when, sparing }: NonNullable<FindingParams['forfeitCredits']>,
  content: PolicyContent,
  { record, calendars, ids }: DecideInput,
): readonly PlannedEffect[] {
  const { wallet } = record;
  if (wallet === undefined || !isSwitchOn(content, when)) return [];
  const window = findWindow(content, sparing);
  const lots: LotAmount[] = [];
  for (const lot of wallet.lots) {
    const credits = lot.remaining - lot.held - lot.forfeiting;
    if (credits > 0 && !isSpared(lot, window, record, calendars)) lots.push({ lotId: lot.id, credits });
  }
  if (lots.length === 0) return [];
  const credits = lots.reduce((sum, lot) => sum + lot.credits, 0);
  return [{ kind: 'credit_forfeit', key: forfeitKey(ids.decisionId), walletId: wallet.id, lots, credits }];
}

function isSpared(
  lot: RecordedLot,
  window: WindowValue | undefined,
  record: CaseRecord,
  calendars: Calendars,
): boolean {
  if (lot.source !== 'order' || deriveCreditsUsedNet(lot) !== 0) return false;
  if (window === undefined) return true;
  // An order's lot is made by its payment, at the same instant.
  const { order } = record;
  const paidAt = order !== undefined && order.id === lot.orderId ? order.paidAt : lot.createdAt;
  return record.claim.sentAt <= resolveWindowEnd(paidAt, window, calendars);
}

function isSwitchOn(content: PolicyContent, name: string): boolean {
  return content.parameters.some((one) => one.kind === 'switch' && one.name === name && one.value === true);
}

function findWindow(content: PolicyContent, name: string): WindowValue | undefined {
  for (const one of content.parameters) if (one.kind === 'window' && one.name === name) return one.value;
  return undefined;
}
