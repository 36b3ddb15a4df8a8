import { z } from 'zod';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { REMEDIES } from '../../core/decisions/remedy.ts';
import { EFFECTS, STAGES } from '../../core/policies/ruleset.ts';
import { versionRefSchema } from './decision-view.ts';
import { codeSchema, idSchema } from './primitives.ts';

/** States of a rule, a group or a leaf. */
const NODE_STATES = ['held', 'failed', 'unknown', 'not_applicable', 'off'] as const;

const words = z
  .object({ en: z.string().describe('In English.'), zh: z.string().describe('In Chinese.') })
  .meta({ id: 'Words', description: 'A sentence in the languages of the staff.' });

const state = z.enum(NODE_STATES);

const nearMissSchema = z
  .object({
    rule: z.string().describe('Rule that would have led to a better outcome.'),
    fact: z.string().describe('Fact of the condition that alone failed.'),
    operator: z.string().describe('Operator of that condition.'),
    parameter: z.string().nullable().describe('Parameter that it was compared with, or null.'),
    margin: z.int().nullable().describe('By how much, in the operator’s own unit; null where nothing can be measured.'),
    words: words.describe('By how much, in words.'),
  })
  .meta({ id: 'NearMiss', description: 'The failed condition that alone kept a better finding from firing.' });

/** One condition with what it was compared with. */
const leafSchema = z
  .object({
    type: z.literal('leaf').describe('A condition.'),
    state: state.describe('What came of it.'),
    fact: z.string().describe('Fact that was looked at.'),
    operator: z.string().describe('How it was compared.'),
    actual: z.unknown().describe('Value of the fact; null where it was unknown or not applicable.'),
    operand: z.unknown().describe('What it was compared with; null for an unset parameter.'),
    parameter: z.string().nullable().describe('Name of the parameter that the operand comes from, or null.'),
    margin: z.int().nullable().describe('How far from turning, in the operator’s own unit, or null.'),
    sentence: words.describe('The condition in words, with its values.'),
  })
  .meta({ id: 'TraceLeaf', description: 'A condition with its actual values.' });

/** A node of the condition tree: a leaf, or a group of nodes. */
type TraceNodeView = z.infer<typeof leafSchema> | TraceGroupView;

/** A group of the condition tree. */
interface TraceGroupView {
  type: 'all' | 'any' | 'not';
  state: (typeof NODE_STATES)[number];
  nodes: TraceNodeView[];
}

const groupSchema: z.ZodType<TraceGroupView> = z
  .object({
    type: z.enum(['all', 'any', 'not']).describe('How the parts are joined.'),
    state: state.describe('What came of it.'),
    get nodes() {
      return z.array(traceNodeSchema).describe('The parts.');
    },
  })
  .meta({ id: 'TraceGroup', description: 'Conditions joined by all, any or not.' });

/** A node of the condition tree. */
const traceNodeSchema: z.ZodType<TraceNodeView> = z
  .union([leafSchema, groupSchema])
  .meta({ id: 'TraceNode', description: 'A condition, or a group of conditions.' });

const ruleSchema = z
  .object({
    name: z.string().describe('Name of the rule.'),
    stage: z.enum(STAGES).describe('Part of the ruleset that it belongs to.'),
    priority: z.int().describe('Higher runs first.'),
    effect: z.enum(EFFECTS).describe('What it asserts when it holds.'),
    remedy: z.enum(REMEDIES).nullable().describe('What it grants, or null.'),
    reasonCode: codeSchema.describe('Reason that it gives.'),
    clauseId: z.string().nullable().describe('Clause of the published text that it carries out, or null.'),
    state: state.describe('What came of it.'),
    decisive: z.boolean().describe('Whether it decided.'),
    conditions: traceNodeSchema.describe('Its conditions.'),
  })
  .meta({ id: 'TraceRule', description: 'A rule as it was evaluated.' });

const rulesetSchema = z
  .object({
    version: versionRefSchema.describe('Version that was evaluated.'),
    rule: z.string().nullable().describe('Name of the first decisive rule, or null.'),
    missing: z.array(z.string().describe('Name of a fact or a parameter.')).describe('What was unknown above it.'),
    rules: z.array(ruleSchema).describe('All rules, in their order.'),
  })
  .meta({ id: 'RulesetTrace', description: 'One ruleset evaluated on the case record.' });

/** The full trace of a decision, for reading. */
export const traceViewSchema = z
  .object({
    decisionId: idSchema.nullable().describe('Decision that it explains; null for an evaluation.'),
    verdict: words.describe('The outcome in one sentence.'),
    nearMiss: nearMissSchema.nullable().describe('What alone kept a better outcome away, or null.'),
    decisive: z.int().describe('Which of the candidates decided, counted from 0.'),
    candidates: z
      .array(
        z
          .object({
            basis: z.enum(['request_time', 'purchase_time']).describe('Why this version was looked at.'),
            disposition: z.enum(DISPOSITIONS).describe('Its outcome.'),
            reasonCode: codeSchema.describe('Its reason.'),
            decidedBy: z
              .enum(['policy', 'floor'])
              .describe('Whether the policy’s finding stood or the statutory floor’s.'),
            policy: rulesetSchema.describe('The policy’s rules.'),
            floor: rulesetSchema.nullable().describe('The statutory floor’s rules, or null where it does not apply.'),
          })
          .describe('One version with its floor.'),
      )
      .describe('Every version that was evaluated: two where the more generous counts.'),
  })
  .meta({ id: 'Trace', description: 'Why a decision came out as it did: every rule and condition with its values.' });

/** The full trace of a decision, for reading. */
export type TraceView = z.infer<typeof traceViewSchema>;

/** One ruleset of a {@link TraceView}. */
export type RulesetTraceView = z.infer<typeof rulesetSchema>;
