import { describe, expect, it } from 'vitest';
import { PAYOUT_STATUS_ORDER } from '../../../admin/common/payout-status-chip.tsx';
import { listSteps } from '../../../admin/payouts/payout-steps.tsx';

describe('the steps of a payout', () => {
  it('end where it stands, whatever its status', () => {
    for (const status of PAYOUT_STATUS_ORDER) {
      expect(listSteps(status)[0], status).toBe('queued');
      expect(listSteps(status).at(-1), status).toBe(status);
    }
  });

  it('pass through the settlement that was reversed', () => {
    expect(listSteps('reversed')).toEqual(['queued', 'sending', 'submitted', 'settled', 'reversed']);
  });

  it('do not claim that the provider has what it may not have', () => {
    expect(listSteps('unknown')).toEqual(['queued', 'sending', 'unknown']);
    expect(listSteps('cancelled')).toEqual(['queued', 'cancelled']);
  });
});
