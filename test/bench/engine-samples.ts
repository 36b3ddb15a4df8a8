import type { CaseRecord } from '../../server/core/records/case-record.ts';
import { deriveFacts } from '../../server/core/facts/derive-facts.ts';
import type { Facts } from '../../server/core/facts/fact-value.ts';
import { CLAIM_ISSUES, CLAIM_REASONS, REQUESTED_REMEDIES } from '../../server/core/cases/claim.ts';
import { GENERATION_STATUSES } from '../../server/core/customers/customer-file.ts';
import {
  buildCaseRecord,
  buildFailureRecord,
  buildGenerationRecord,
  buildWalletRecord,
  SENT_AT,
} from '../builders/case-record.ts';

const DAY_MS = 86_400_000;

/** The same numbers in every run: a bench that draws its own cases compares nothing. */
function buildDraws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function pick<T>(values: readonly T[], draw: (limit: number) => number): T {
  const value = values[draw(values.length)];
  if (value === undefined) throw new RangeError('Nothing to pick from');
  return value;
}

function drawRecord(draw: (limit: number) => number): CaseRecord {
  const claim = {
    reason: pick(CLAIM_REASONS, draw),
    issue: pick(CLAIM_ISSUES, draw),
    remedy: pick(REQUESTED_REMEDIES, draw),
  };
  const paidAt = SENT_AT - draw(30) * DAY_MS - draw(DAY_MS);
  const used = pick([0, 0, 40, 100], draw);
  const order = {
    paidAt,
    dispute: pick(['none', 'none', 'none', 'open'] as const, draw),
    lot: { remaining: 100 - used, consumed: used, delivered: used },
  };
  const wallet = { courtesyGrantedAt: draw(2) === 0 ? [] : [SENT_AT - draw(180) * DAY_MS] };
  switch (draw(5)) {
    case 0:
      return buildFailureRecord({ order, wallet });
    case 1:
      return buildWalletRecord({ claim });
    case 2:
      return buildCaseRecord({ claim, order, wallet });
    default: {
      const generation = {
        status: pick(GENERATION_STATUSES, draw),
        succeededAt: SENT_AT - DAY_MS,
        credits: draw(9),
        earlierClaims: draw(2),
      };
      return buildGenerationRecord({
        claim: {
          ...claim,
          fields: draw(3) === 0 ? [] : ['orderId', 'description'],
          evidence: draw(2) === 0 ? [] : ['output_reference'],
        },
        order,
        wallet,
        generation,
      });
    }
  }
}

/** Facts of so many different cases of all kinds. */
export function buildSamples(count: number): Facts[] {
  const draw = buildDraws(20_260_715);
  return Array.from({ length: count }, () => deriveFacts(drawRecord(draw)));
}
