import type { WorkingFile } from '../customers/working-file.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount } from '../ledger/draft-entry.ts';
import { createLot } from './create-lot.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { rejectEvent, type EventOutcome } from './event-outcome.ts';

/** Makes a lot that is never cashable. */
export function applyCreditsGranted(file: WorkingFile, event: CoreEventOf<'credits.granted'>): EventOutcome {
  const { data, program } = event;
  if (file.findLot(data.lotId) !== undefined)
    return rejectEvent('ALREADY_EXISTS', `A lot named ${data.lotId} exists already.`);
  createLot(file, {
    walletId: data.walletId,
    lotId: data.lotId,
    source: data.source,
    credits: data.credits,
    createdAt: event.time,
  });
  return {
    status: 'applied',
    entries:
      data.credits === 0
        ? []
        : [
            {
              key: `event/${event.eventKey}`,
              kind: 'credits_granted',
              program,
              customerKey: file.key,
              walletId: data.walletId,
              eventKey: event.eventKey,
              occurredAt: event.time,
              postings: moveAmount(creditsOf(program), data.credits, ACCOUNTS.creditsIssued, lotAccount(data.lotId)),
            },
          ],
    arrived: [nameThing('wallet', program, data.walletId)],
  };
}
