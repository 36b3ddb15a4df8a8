import { z } from 'zod';
import type { DiffItem } from '../../core/policies/diff-item.ts';
import { DIFF_CHANGES, DIFF_KINDS } from '../../core/policies/diff-item.ts';
import type { MergeRow } from '../../core/policies/merge-contents.ts';
import { MERGE_SIDES, MERGE_STATES } from '../../core/policies/merge-contents.ts';
import { CONTENT_ITEM_KINDS } from '../../core/policies/list-content-items.ts';

/** One text in the languages of the staff. */
export const wordsSchema = z
  .object({ en: z.string().describe('In English.'), zh: z.string().describe('In Chinese.') })
  .describe('The same in the languages of the staff.');

/** A person, a key or a part of the service, as it is shown. */
export const personSchema = z
  .object({
    id: z.string().describe('`user/<id>`, `key/<id>` or `system/<part>`.'),
    name: z.string().describe('Name that is shown.'),
  })
  .describe('Somebody who did something.');
export type Person = z.infer<typeof personSchema>;

/** One change between two versions. */
const diffItemSchema = z
  .object({
    kind: z.enum(DIFF_KINDS).describe('What changed.'),
    change: z.enum(DIFF_CHANGES).describe('How.'),
    name: z
      .string()
      .describe('Name of the thing; a matrix cell is `<parameter>/<row>/<column>`, a message `<locale>/<code>`.'),
    sentence: wordsSchema.describe('The change in words.'),
    clause: z.string().nullable().describe('Clause of the published text that it carries out, or null.'),
    old: z.unknown().describe('What was; null for nothing.'),
    new: z.unknown().describe('What is; null for nothing.'),
    unit: z.string().nullable().describe('Unit of the value, or null.'),
    differsFromText: z.boolean().describe('Whether the published text states the old value.'),
  })
  .meta({ id: 'DiffItem', description: 'One change between two versions, as a person would tell it.' });

/** One change, as the contract shows it. */
export type DiffItemView = z.infer<typeof diffItemSchema>;

/** Everything that differs between two versions. */
export const semanticDiffSchema = z
  .object({
    counts: z
      .object(
        Object.fromEntries(DIFF_KINDS.map((kind) => [kind, z.int().describe('Changes of this kind.')])) as Record<
          (typeof DIFF_KINDS)[number],
          z.ZodInt
        >,
      )
      .describe('Changes by kind.'),
    items: z.array(diffItemSchema).describe('The changes.'),
  })
  .meta({ id: 'SemanticDiff', description: 'What differs between two versions.' });
export type SemanticDiffView = z.infer<typeof semanticDiffSchema>;

/** One thing that both sides may have changed since the base. */
const mergeRowSchema = z
  .object({
    key: z
      .string()
      .describe(
        'Key by which a resolution names it: `parameter/<name>`, `rule/<name>`, `message/<locale>/<code>`, `head/<field>`, `case/<name>`.',
      ),
    kind: z.enum([...CONTENT_ITEM_KINDS, 'case']).describe('What it is.'),
    name: z.string().describe('Its name.'),
    state: z.enum(MERGE_STATES).describe('Who changed it: mine, theirs, both alike, or both differently.'),
    base: z.unknown().describe('As it was; null for nothing.'),
    theirs: z.unknown().describe('As they have it; null for nothing.'),
    mine: z.unknown().describe('As you have it; null for nothing.'),
    words: z.object({ base: wordsSchema, theirs: wordsSchema, mine: wordsSchema }).describe('The three in words.'),
  })
  .meta({ id: 'MergeRow', description: 'One thing that somebody changed since the base.' });
export type MergeRowView = z.infer<typeof mergeRowSchema>;

/** How clashes are resolved: key to side. */
export const resolutionsSchema = z
  .record(z.string().max(300), z.enum(MERGE_SIDES))
  .describe('Key of a clash to the side that is kept.');

/** Shows changes; `statedBefore` names the parameters whose old value the published text states. */
export function presentDiff(items: readonly DiffItem[], statedBefore: ReadonlySet<string>): SemanticDiffView {
  const counts = Object.fromEntries(
    DIFF_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length]),
  );
  return {
    counts: counts as SemanticDiffView['counts'],
    items: items.map((item) => ({
      kind: item.kind,
      change: item.change,
      name: item.name,
      sentence: { ...item.sentence },
      clause: item.clause ?? null,
      old: item.old ?? null,
      new: item.new ?? null,
      unit: item.unit ?? null,
      differsFromText:
        item.change === 'changed' &&
        (item.kind === 'parameter' || item.kind === 'matrix') &&
        statedBefore.has(item.name.split('/')[0] ?? ''),
    })),
  };
}

/** A merge row before its sides are put in words. */
export type MergeRowToPresent = Omit<MergeRow, 'kind'> & {
  readonly kind: MergeRowView['kind'];
  readonly words: MergeRowView['words'];
};

/** Shows one row of a merge. */
export function presentMergeRow({
  key,
  kind,
  name,
  state,
  base,
  theirs,
  mine,
  words,
}: MergeRowToPresent): MergeRowView {
  return { key, kind, name, state, base: base ?? null, theirs: theirs ?? null, mine: mine ?? null, words };
}
