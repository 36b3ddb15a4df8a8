import { thingKey, type WorkingFile } from '../customers/working-file.ts';
import type { LotAmount } from '../decisions/decision.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount } from '../ledger/draft-entry.ts';
import { planSpending } from '../ledger/plan-spending.ts';
import { createWallet } from './create-lot.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { rejectEvent, type EventOutcome } from './event-outcome.ts';

/** Spends a generation's credits from the wallet's lots and records which paid. Waits for an unseen wallet; a short one refuses it until credits arrive. */
export function applyGenerationCharged(file: WorkingFile, event: CoreEventOf<'generation.charged'>): EventOutcome {
  const { data, program } = event;
  const wallet = nameThing('wallet', program, data.walletId);
  if (file.findGeneration(data.generationId) !== undefined)
    return rejectEvent('ALREADY_EXISTS', `Generation ${data.generationId} was already reported.`);
  if (file.findWallet(data.walletId) === undefined)
    return { status: 'waiting', waitsFor: [wallet], message: `Wallet ${data.walletId} has not been seen yet.` };
  const plan = data.credits === 0 ? [] : planSpending(file.listLots(data.walletId), data.credits);
  if (plan === null)
    return rejectEvent(
      'INSUFFICIENT_CREDITS',
      `Wallet ${data.walletId} holds less than ${data.credits} credits that can be spent. Refused for now: charged when credits arrive, unless generation.blocked is reported before.`,
      [wallet],
    );
  for (const part of plan) {
    const lot = file.editLot(part.lotId);
    lot.remaining -= part.credits;
    lot.consumed += part.credits;
  }
  addCharged(file, event, plan);
  return {
    status: 'applied',
    entries:
      plan.length === 0
        ? []
        : [
            {
              key: `event/${event.eventKey}`,
              kind: 'credits_spent',
              program,
              customerKey: file.key,
              walletId: data.walletId,
              generationId: data.generationId,
              eventKey: event.eventKey,
              occurredAt: event.time,
              postings: plan.flatMap((part) =>
                moveAmount(creditsOf(program), part.credits, lotAccount(part.lotId), ACCOUNTS.creditsConsumed),
              ),
            },
          ],
    arrived: [nameThing('generation', program, data.generationId)],
  };
}

/** Records a generation that moderation stopped before any charge. */
export function applyGenerationBlocked(file: WorkingFile, event: CoreEventOf<'generation.blocked'>): EventOutcome {
  const { data, program } = event;
  if (file.findGeneration(data.generationId) !== undefined)
    return rejectEvent('ALREADY_EXISTS', `Generation ${data.generationId} was already reported.`);
  if (file.findWallet(data.walletId) === undefined) createWallet(file, data.walletId);
  file.addGeneration({
    key: thingKey(program, data.generationId),
    customerKey: file.key,
    program,
    generationId: data.generationId,
    walletId: data.walletId,
    status: 'blocked',
    statusAt: event.time,
    feature: data.feature,
    surface: 'single',
    credits: 0,
    consumption: [],
    deliveries: [],
    creditsRestored: 0,
    remediesReversed: 0,
    contradictions: [],
  });
  return {
    status: 'applied',
    entries: [],
    arrived: [nameThing('generation', program, data.generationId), nameThing('wallet', program, data.walletId)],
  };
}

function addCharged(file: WorkingFile, event: CoreEventOf<'generation.charged'>, plan: readonly LotAmount[]): void {
  const { data, program } = event;
  file.addGeneration({
    key: thingKey(program, data.generationId),
    customerKey: file.key,
    program,
    generationId: data.generationId,
    walletId: data.walletId,
    status: 'charged',
    statusAt: event.time,
    ...(data.actorId === undefined ? {} : { actorId: data.actorId }),
    feature: data.feature,
    ...(data.platform === undefined ? {} : { platform: data.platform }),
    surface: data.surface,
    credits: data.credits,
    ...(data.quotedCredits === undefined ? {} : { quotedCredits: data.quotedCredits }),
    ...(data.requestedStyle === undefined ? {} : { requestedStyle: data.requestedStyle }),
    chargedAt: event.time,
    consumption: plan.map((part) => ({ lotId: part.lotId, credits: part.credits, restored: 0 })),
    deliveries: [],
    creditsRestored: 0,
    remediesReversed: 0,
    contradictions: [],
  });
}
