import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { FACT_DICTIONARY } from '../../../server/contract/policy-vocabulary.ts';

/** Parts of a situation, in the order of the form. */
const SITUATION_GROUPS = ['claim', 'customer', 'order', 'generation'] as const;
export type SituationGroup = (typeof SITUATION_GROUPS)[number];

/** How a field is filled in; a `flag` may also say that it is not known where `orUnknown`. */
type FieldKind = 'choice' | 'choices' | 'flag' | 'instant' | 'number' | 'text';

/** A field of the form: where it stands in the situation, and the fact of the dictionary that it tells, or the word that names it. */
export interface SituationField {
  readonly group: SituationGroup;
  readonly path: readonly string[];
  readonly kind: FieldKind;
  readonly fact?: string;
  readonly options?: readonly string[];
  readonly orUnknown?: true;
  readonly required?: true;
}

type Told = Omit<SituationField, 'group' | 'path' | 'kind'>;

function tell(group: SituationGroup, name: string, kind: FieldKind, told: Told = {}): SituationField {
  const options = told.options ?? (told.fact === undefined ? undefined : FACT_DICTIONARY.get(told.fact)?.options);
  return { group, path: [group, ...name.split('.')], kind, ...told, ...(options === undefined ? {} : { options }) };
}

const claim = goldenCaseSchema.shape.claim.shape;

/** What the form asks for: what most rules look at. Histories, outages and values of this case alone are said in JSON. */
export const SITUATION_FIELDS: readonly SituationField[] = [
  tell('claim', 'about', 'choice', { fact: 'subject.kind', required: true }),
  tell('claim', 'reason', 'choice', { fact: 'claim.reason', required: true }),
  tell('claim', 'issue', 'choice', { fact: 'claim.issue' }),
  tell('claim', 'remedy', 'choice', { fact: 'claim.remedy' }),
  tell('claim', 'channel', 'choice', { fact: 'claim.channel' }),
  tell('claim', 'fields', 'choices', {
    fact: 'claim.providedFields',
    options: claim.fields.unwrap().element.options,
  }),
  tell('claim', 'evidence', 'choices', { options: claim.evidence.unwrap().element.options }),
  tell('claim', 'received', 'instant'),
  tell('claim', 'automatic', 'flag', { fact: 'claim.automatic' }),
  tell('claim', 'known', 'flag', { fact: 'subject.known' }),
  tell('claim', 'alreadyOpen', 'flag'),
  tell('customer', 'status', 'choice', { fact: 'customer.status' }),
  tell('customer', 'country', 'text', { fact: 'customer.country' }),
  tell('customer', 'isConsumer', 'flag', { fact: 'customer.isConsumer', orUnknown: true }),
  tell('order', 'paid', 'instant', { required: true }),
  tell('order', 'credits', 'number', { fact: 'order.creditsBought' }),
  tell('order', 'used', 'number'),
  tell('order', 'restored', 'number'),
  tell('order', 'delivered', 'number', { fact: 'order.creditsDelivered' }),
  tell('order', 'amountMinor', 'number'),
  tell('order', 'currency', 'text'),
  tell('order', 'provider', 'text', { fact: 'order.provider' }),
  tell('order', 'refundedMinor', 'number'),
  tell('order', 'cashSettled', 'flag'),
  tell('order', 'duplicate', 'flag', { fact: 'order.duplicateConfirmed' }),
  tell('order', 'dispute', 'choice', { fact: 'order.dispute' }),
  tell('order', 'withdrawalWaived', 'flag', { fact: 'order.withdrawalWaived' }),
  tell('order', 'previousSameOrder', 'instant'),
  tell('generation', 'status', 'choice', { fact: 'generation.status', required: true }),
  tell('generation', 'feature', 'text', { fact: 'generation.feature' }),
  tell('generation', 'platform', 'text', { fact: 'generation.platform' }),
  tell('generation', 'surface', 'text', { fact: 'generation.surface' }),
  tell('generation', 'credits', 'number', { fact: 'generation.creditsCharged' }),
  tell('generation', 'restored', 'number', { fact: 'generation.creditsRestored' }),
  tell('generation', 'failure.class', 'choice', { fact: 'generation.failureClass' }),
  tell('generation', 'failure.source', 'text', { fact: 'generation.failureSource' }),
  tell('generation', 'failure.at', 'instant'),
  tell('generation', 'succeeded', 'instant'),
  tell('generation', 'startedByHolder', 'flag', { fact: 'generation.startedByHolder', orUnknown: true }),
  tell('generation', 'requestedStyle', 'text'),
  tell('generation', 'deliveredStyle', 'text'),
  tell('generation', 'unusableScore', 'number', { fact: 'generation.unusableScore' }),
  tell('generation', 'guidelineViolation', 'flag', { fact: 'generation.guidelineViolation' }),
  tell('generation', 'earlierClaims', 'number', { fact: 'generation.earlierClaims' }),
];

/** Groups to fill in: the claim, the customer, what the claim is about, and whatever is told already. */
export function listGroups(situation: Readonly<Record<string, unknown>>): readonly SituationGroup[] {
  const about = readPath(situation, ['claim', 'about']);
  return SITUATION_GROUPS.filter(
    (group) => group === 'claim' || group === 'customer' || group === about || situation[group] !== undefined,
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The situation that a text holds, checked no further; null where it is no JSON object. */
export function readSituation(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What stands at a path; undefined where nothing does. */
export function readPath(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  return isObject(value) ? readPath(value[name], rest) : undefined;
}

/** The situation with another value at a path; undefined takes it away, and parts that are left empty with it. */
export function writePath(
  value: unknown,
  [name, ...rest]: readonly string[],
  next: unknown,
): Readonly<Record<string, unknown>> {
  const whole = isObject(value) ? value : {};
  if (name === undefined) return whole;
  const written = rest.length === 0 ? next : writePath(whole[name], rest, next);
  if (written === undefined || (isObject(written) && Object.keys(written).length === 0)) {
    const { [name]: _gone, ...others } = whole;
    return others;
  }
  return { ...whole, [name]: written };
}
