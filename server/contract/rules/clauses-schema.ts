import { z } from 'zod';
import { clauseIdSchema } from './names.ts';

const head = {
  id: clauseIdSchema,
  paraphrase: z.string().min(1).max(1000).describe('The statement in our own words.'),
};
const sources = z
  .array(z.string().min(1).max(200).describe('A law, with the article.'))
  .min(1)
  .max(20)
  .exactOptional()
  .describe('Legal sources of the statement.');
const names = (what: string) =>
  z
    .array(z.string().min(1).max(80).describe(`Name of a ${what}.`))
    .min(1)
    .max(40);
const place = z.string().min(1).max(500);

/** How one statement of the published text is accounted for. */
const clauseAccountSchema = z.discriminatedUnion('carriedBy', [
  z.strictObject({
    ...head,
    carriedBy: z.literal('rule').describe('A rule carries it out.'),
    where: names('rule').describe('The rules.'),
    sources,
  }),
  z.strictObject({
    ...head,
    carriedBy: z.literal('parameter').describe('A parameter carries it out.'),
    where: names('parameter').describe('The parameters.'),
    sources,
  }),
  z.strictObject({
    ...head,
    carriedBy: z.literal('service').describe('The service itself carries it out, for every program.'),
    where: place.describe('Which part of the service.'),
    sources,
  }),
  z.strictObject({
    ...head,
    carriedBy: z.literal('not_yet').describe('Nothing carries it out yet.'),
    where: place.describe('Which part of the product will.'),
    sources,
  }),
]);
/** See {@link clauseAccountSchema}. */
export type ClauseAccount = z.infer<typeof clauseAccountSchema>;

/** clauses.json: every statement of the published text, in its order, each exactly once. */
export const clausesFileSchema = z
  .array(clauseAccountSchema)
  .min(1)
  .max(500)
  .superRefine((clauses, context) => {
    const seen = new Set<string>();
    clauses.forEach((clause, index) => {
      if (seen.has(clause.id))
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${clause.id}" is accounted for twice.` });
      seen.add(clause.id);
    });
  })
  .describe('The statements of the published text and what carries each out.');
