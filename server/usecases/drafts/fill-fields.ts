import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { CLAIM_FIELDS } from '../../core/cases/claim.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { prepareInput } from './quick-run.ts';

/** A case leaves out the fields that are required, whatever they are: here it gives those that are required live. */
export function fillFields(golden: GoldenCase, policy: string, liveBench: GoldenBench): GoldenCase {
  if (golden.claim.fields !== undefined) return golden;
  try {
    const { fields } = prepareInput(golden, policy, liveBench).record.claim;
    return { ...golden, claim: { ...golden.claim, fields: CLAIM_FIELDS.filter((one) => fields.includes(one)) } };
  } catch (error) {
    if (error instanceof RangeError) return golden;
    throw error;
  }
}
