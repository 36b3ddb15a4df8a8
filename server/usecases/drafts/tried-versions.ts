import { AppError } from '../../contract/error-registry.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { Candidates } from '../../engine/decide/candidate.ts';
import type { DraftDeps } from './draft-deps.ts';
import type { Activations } from '../policies/policy-catalogue.ts';
import { compileContent } from './quick-run.ts';

/** What is decided, the activations of its program, and epoch ms of what counts as live. */
interface Tried {
  readonly record: CaseRecord;
  readonly activations: Activations;
  readonly now: number;
}

/**
 * The versions by which the service would decide a record if it were claimed now: what is live, with a draft's content
 * (null: none) in its policy's place, and by the version basis the one of the purchase, which no draft can change.
 * Throws INVALID_REQUEST where the record's program has no version.
 */
export async function chooseTriedVersions(
  { catalogue }: Pick<DraftDeps, 'catalogue'>,
  policy: string,
  content: PolicyContent | null,
  { record, activations, now }: Tried,
): Promise<Candidates> {
  const { program } = record;
  const isFloor = policy === FLOOR_POLICY;
  const tried = content === null ? null : compileContent(content);
  const own = isFloor || tried === null ? await catalogue.findInForce(activations, program, now) : tried;
  if (own === null) throw new AppError('INVALID_REQUEST', `There is no program ${program}.`);
  const floor = isFloor && tried !== null ? tried : await catalogue.findInForce(activations, FLOOR_POLICY, now);
  const byRequest = { basis: 'request_time' as const, ...own, ...(floor === null ? {} : { floor }) };
  return catalogue.chooseByBasis(activations, program, byRequest, record.order?.paidAt);
}
