import { describe, expect, it } from 'vitest';
import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { deriveRefundableMinor } from '../../../server/core/facts/derive-order-facts.ts';
import type { RecordedOrder } from '../../../server/core/records/case-record.ts';
import { describeRecord } from '../../../server/usecases/drafts/describe-record.ts';
import { expandGoldenCase } from '../../../server/usecases/golden/expand-golden-case.ts';
import { buildCaseRecord } from '../../builders/case-record.ts';
import type { DeepPartial } from '../../builders/deep-partial.ts';
import { readPolicyContent } from '../../engine/support/read-policy-content.ts';

const content = readPolicyContent('anumi');

/** The order of a record, told as a case and read again. */
function tellAndRead(order: DeepPartial<RecordedOrder>) {
  const record = buildCaseRecord({ order });
  const expected = { disposition: 'referred', reasonCode: 'POLICY_SILENT', rule: null };
  const golden = goldenCaseSchema.parse({ ...describeRecord(record, 'anumi'), name: 'told', expect: expected });
  const { semantics, calendars } = record;
  return { record, again: expandGoldenCase(golden, content, { semantics, calendars }) };
}

describe('an order told in words', () => {
  it('leaves as much to refund after a lost dispute as the order itself', () => {
    const { record, again } = tellAndRead({ amountMinor: 999, chargedBackMinor: 599, dispute: 'lost' });
    if (record.order === undefined || again.order === undefined) return expect.fail('there is no order');
    expect(deriveRefundableMinor(again.order)).toBe(400);
    expect(deriveRefundableMinor(again.order)).toBe(deriveRefundableMinor(record.order));
  });

  it('says nothing of what lost disputes took where none did', () => {
    const { again } = tellAndRead({ amountMinor: 999 });
    expect(again.order).not.toHaveProperty('chargedBackMinor');
  });
});
