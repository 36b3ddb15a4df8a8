import { z } from 'zod';
import { REMEDIES } from '../../core/decisions/remedy.ts';
import { EFFECTS, STAGES } from '../../core/policies/ruleset.ts';
import type { Condition, Rule, Ruleset } from '../../core/policies/ruleset.ts';
import { clauseIdSchema, parameterNameSchema, reasonCodeSchema, ruleNameSchema } from './names.ts';

const factName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+$/u)
  .max(120);

const operandSchema = z
  .union([
    z.string().max(200).describe('A text or a choice.'),
    z.int().describe('A whole number.'),
    z.boolean().describe('Yes or no.'),
    z.array(z.string().max(200).describe('A member.')).min(1).max(500).describe('A list.'),
    z
      .strictObject({
        fact: factName.describe('A parameter, as param.<name>; a matrix as param.<name>.yes or param.<name>.no.'),
      })
      .describe('The value of a parameter.'),
  ])
  .describe('What the fact is compared with.');

const leafSchema = z
  .strictObject({
    fact: factName.describe('A fact of the case record, or a switch as param.<name>.'),
    operator: z
      .string()
      .regex(/^[a-z][A-Za-z]*$/u)
      .max(60)
      .describe('How the two are compared.'),
    value: operandSchema,
  })
  .describe('One comparison.');

/** A condition tree as json-rules-engine reads it; what the lint refuses beyond its shape is not checked here. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([leafSchema, allSchema, anySchema, notSchema]),
);
const allSchema = z
  .strictObject({ all: z.array(conditionSchema).describe('Conditions that must all hold.') })
  .describe('Holds when every condition holds.');
const anySchema = z
  .strictObject({ any: z.array(conditionSchema).describe('Conditions of which one must hold.') })
  .describe('Holds when one condition holds.');
const notSchema = z
  .strictObject({ not: conditionSchema.describe('The condition that must fail.') })
  .describe('Holds when the condition fails.');

const rootSchema: z.ZodType<Condition> = z
  .union([allSchema, anySchema, notSchema])
  .describe('When the rule holds: a group, as json-rules-engine demands at the top.');

const findingSchema = z
  .strictObject({
    stage: z.enum(STAGES).describe('The part of the ruleset to which the rule belongs; parts run one after the other.'),
    reasonCode: reasonCodeSchema,
    clause: clauseIdSchema
      .exactOptional()
      .describe('The clause that the rule carries out; absent where the published text is silent.'),
    remedy: z.enum(REMEDIES).exactOptional().describe('What a grant gives.'),
    queue: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/u)
      .max(40)
      .exactOptional()
      .describe('Where a referral waits; absent: the general review queue.'),
    holdCredits: z.boolean().exactOptional().describe('Set the credits of the order aside while a person looks.'),
    proposeAccountAction: z
      .literal('suspend')
      .exactOptional()
      .describe('Propose to the program that it suspends the account.'),
    forfeitCredits: z
      .strictObject({
        when: parameterNameSchema.describe('The switch that must be on.'),
        sparing: parameterNameSchema.describe('The window within which an unused pack is spared.'),
      })
      .exactOptional()
      .describe('Forfeit the credits of the wallet that no hold covers.'),
  })
  .describe('What the rule asserts when it holds.');

/** One rule of ruleset.json. A grant names its remedy, and nothing else does. */
export const ruleSchema: z.ZodType<Rule> = z
  .strictObject({
    name: ruleNameSchema,
    priority: z
      .int()
      .min(1)
      .max(1_000_000)
      .describe('Rules run from the highest priority down; unique in the ruleset.'),
    conditions: rootSchema,
    event: z
      .strictObject({
        type: z.enum(EFFECTS).describe('What the rule does with the claim.'),
        params: findingSchema,
      })
      .describe('The finding.'),
  })
  .superRefine((rule, context) => {
    const grants = rule.event.type === 'grant';
    if (grants !== (rule.event.params.remedy !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['event', 'params', 'remedy'],
        message: 'A grant names its remedy, and nothing else does.',
      });
    }
  });

/** ruleset.json: every rule of a policy, in the order in which they run. */
export const rulesetFileSchema: z.ZodType<Ruleset> = z
  .strictObject({
    rules: z.array(ruleSchema).min(1).max(2000).describe('The rules, highest priority first.'),
  })
  .describe('The ruleset of a policy.');
