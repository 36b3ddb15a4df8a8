import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { readJson } from '../model/read-json.ts';

/** Where the situation comes from. */
export const TRY_KINDS = ['real', 'golden', 'form'] as const;
type TryKind = (typeof TRY_KINDS)[number];

/** What was chosen or filled in; `text` is a situation as JSON. */
export interface TrySource {
  readonly kind: TryKind;
  readonly caseId: string;
  readonly caseName: string;
  readonly text: string;
}

/** A situation in words, without an outcome. */
export const situationSchema = goldenCaseSchema.omit({ expect: true, name: true });

export const EMPTY_SOURCE: TrySource = {
  kind: 'golden',
  caseId: '',
  caseName: '',
  text: JSON.stringify(
    { claim: { about: 'order', reason: 'unused_credits' }, order: { paid: '12d before the claim' } },
    null,
    2,
  ),
};

/** What is sent; null while nothing complete is chosen. */
export function toTryBody({ kind, caseId, caseName, text }: TrySource): Readonly<Record<string, unknown>> | null {
  if (kind === 'real') return caseId.trim() === '' ? null : { caseId: caseId.trim() };
  if (kind === 'golden') return caseName === '' ? null : { caseName };
  const read = readJson(text, situationSchema);
  return read.ok ? { situation: read.value } : null;
}
