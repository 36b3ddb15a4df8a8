import { z } from 'zod';
import { COUNTINGS, PROVENANCES, TIME_UNITS } from '../../core/policies/parameter.ts';
import type { Parameter, ParameterKind } from '../../core/policies/parameter.ts';
import { clauseIdSchema, parameterNameSchema } from './names.ts';

const count = z.int().min(0).describe('A whole number of things.');
const unit = z.enum(TIME_UNITS).describe('Unit of the amount: a day is 24 hours unless local days are counted.');
const text = z.string().min(1).max(2000);
const item = z.string().min(1).max(120);

const durationSchema = z
  .strictObject({
    amount: z.int().min(0).describe('How many units.'),
    unit,
  })
  .describe('A length of time.');

const windowSchema = z
  .strictObject({
    amount: z.int().min(0).describe('How many units after the start a claim is still inside.'),
    unit,
    counting: z
      .enum(COUNTINGS)
      .describe(
        'elapsed: to the millisecond; calendar: to the end of the last local day; calendar_workday_end: the same, rolled forward over weekends and holidays.',
      ),
  })
  .describe('How long something is admissible, and how that is counted.');

const capSchema = z
  .strictObject({
    count: count.describe('How often, at most, within the period.'),
    per: durationSchema.describe(
      'Trailing period, ending at the decision; something exactly as old as the period no longer counts.',
    ),
  })
  .describe('How often something may happen within a trailing period.');

const rateSchema = z
  .strictObject({
    basisPoints: z.int().min(0).max(10_000).describe('Share of the whole, in hundredths of a percent.'),
    per: durationSchema.describe('Trailing period, ending at the decision.'),
    minimumCount: count.describe('With fewer than this in the whole, the rate counts as not reached.'),
  })
  .describe('A share within a trailing period.');

const matrixSchema = z
  .strictObject({
    rows: z.array(item).min(1).max(200).describe('Names of the rows, in display order.'),
    columns: z.array(item).min(1).max(50).describe('Names of the columns, in display order.'),
    cells: z
      .record(
        item,
        z
          .record(
            item,
            z.enum(['yes', 'no', 'unset']).describe('yes and no are lists that rules read; unset is in neither.'),
          )
          .describe('One row: column name to cell.'),
      )
      .describe('Row name to its cells.'),
  })
  .describe('A grid of yes, no and unset.');

const boundsSchema = z
  .strictObject({
    min: z.int().describe('Smallest value that an owner may enter.'),
    max: z.int().describe('Largest value that an owner may enter.'),
  })
  .describe('Limits, inclusive, within which an owner may move the number.');

const shared = <K extends ParameterKind>(kind: K) => ({
  name: parameterNameSchema,
  kind: z.literal(kind).describe('What the parameter measures.'),
  label: z
    .strictObject({
      en: text.describe('Label in English.'),
      zh: text.describe('Label in Chinese.'),
    })
    .describe('What the owner sees beside the field.'),
  provenance: z
    .enum(PROVENANCES)
    .describe(
      'stated: in the published text; assumed: our reading until an owner confirms it; confirmed: an owner made it theirs; unset: no value yet.',
    ),
  clauses: z.array(clauseIdSchema).max(50).describe('Clauses of the published text that this parameter carries out.'),
});

const tail = {
  whenUnset: z
    .enum(['refer', 'off'])
    .exactOptional()
    .describe(
      'Without a value: refer makes what rests on it unknown; off switches every rule that rests on it off. Default refer.',
    ),
  note: text.exactOptional().describe('What an owner should know before changing it.'),
};
const bounds = { bounds: boundsSchema };
const options = z.array(item).min(1).max(500);

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared('window'), value: windowSchema.exactOptional(), ...bounds, ...tail }),
  z.strictObject({ ...shared('cap'), value: capSchema.exactOptional(), ...bounds, ...tail }),
  z.strictObject({ ...shared('rate'), value: rateSchema.exactOptional(), ...bounds, ...tail }),
  z.strictObject({
    ...shared('threshold'),
    value: z.int().exactOptional().describe('The number itself.'),
    unit: z.string().min(1).max(40).describe('What the number counts, in words.'),
    ...bounds,
    ...tail,
  }),
  z.strictObject({ ...shared('duration'), value: durationSchema.exactOptional(), ...bounds, ...tail }),
  z.strictObject({ ...shared('switch'), value: z.boolean().exactOptional().describe('On or off.'), ...tail }),
  z.strictObject({
    ...shared('list'),
    value: z.array(item).max(500).exactOptional().describe('The members, in display order.'),
    options: options.exactOptional().describe('What an owner may choose from; absent: anything.'),
    ...tail,
  }),
  z.strictObject({ ...shared('matrix'), value: matrixSchema.exactOptional(), ...tail }),
  z.strictObject({
    ...shared('choice'),
    value: item.exactOptional().describe('The chosen option.'),
    options: options.describe('What an owner may choose from.'),
    ...tail,
  }),
]);

/** A value of any kind of parameter, or null for none: which kind it must be only the parameter can say. */
export const parameterValueSchema = z.union([
  windowSchema,
  capSchema,
  rateSchema,
  durationSchema,
  matrixSchema,
  z.boolean().describe('The value of a switch.'),
  z.int().describe('The value of a threshold.'),
  item.describe('The value of a choice.'),
  z.array(item.describe('A member.')).max(500).describe('The value of a list.'),
  z.null().describe('Unset.'),
]);

/** The number that bounds limit: amount, count, basis points or the threshold itself. */
function boundedNumber(parameter: Parameter): number | undefined {
  switch (parameter.kind) {
    case 'window':
    case 'duration':
      return parameter.value?.amount;
    case 'cap':
      return parameter.value?.count;
    case 'rate':
      return parameter.value?.basisPoints;
    case 'threshold':
      return parameter.value;
    default:
      return undefined;
  }
}

/** One parameter of a policy. Refuses a value outside its bounds or options, and a value that contradicts its provenance. */
export const parameterSchema: z.ZodType<Parameter> = kinds.superRefine((parameter, context) => {
  const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if ((parameter.provenance === 'unset') !== (parameter.value === undefined)) {
    refuse('value', 'A parameter has a value exactly when its provenance is not unset.');
  }
  if ('bounds' in parameter) {
    const { min, max } = parameter.bounds;
    const number = boundedNumber(parameter);
    if (min > max) refuse('bounds', 'The smallest value lies above the largest.');
    if (number !== undefined && (number < min || number > max))
      refuse('value', `The value ${number} lies outside ${min} to ${max}.`);
  }
  if ('options' in parameter && parameter.options && parameter.value !== undefined) {
    const chosen = typeof parameter.value === 'string' ? [parameter.value] : parameter.value;
    for (const one of chosen)
      if (!parameter.options.includes(one)) refuse('value', `"${one}" is not among the options.`);
  }
  if (parameter.kind === 'matrix' && parameter.value) {
    const { rows, columns, cells } = parameter.value;
    const whole =
      Object.keys(cells).length === rows.length &&
      rows.every((row) => {
        const found = cells[row];
        return (
          found !== undefined &&
          Object.keys(found).length === columns.length &&
          columns.every((column) => found[column] !== undefined)
        );
      });
    if (!whole) refuse('value', 'Every row needs a cell for every column, and no other.');
  }
});

/** parameters.json. Refuses two parameters of one name. */
export const parametersFileSchema = z
  .array(parameterSchema)
  .max(200)
  .superRefine((parameters, context) => {
    const seen = new Set<string>();
    parameters.forEach((parameter, index) => {
      if (seen.has(parameter.name))
        context.addIssue({ code: 'custom', path: [index, 'name'], message: `"${parameter.name}" is there twice.` });
      seen.add(parameter.name);
    });
  })
  .describe('The parameters of a policy, in display order.');
