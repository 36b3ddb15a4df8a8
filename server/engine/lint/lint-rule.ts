import { REMEDIES } from '../../core/decisions/remedy.ts';
import { EFFECTS, STAGES } from '../../core/policies/ruleset.ts';
import { checkKeys, isInteger, isJsonObject, pointTo, readOwn, type JsonObject } from './check-shape.ts';
import { lintCondition, type LeafCounter } from './lint-condition.ts';
import type { LintContext } from './lint-context.ts';

const PARAM_KEYS = {
  required: ['stage', 'reasonCode'],
  optional: ['clause', 'remedy', 'queue', 'holdCredits', 'proposeAccountAction', 'forfeitCredits'],
};
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const REASON_CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function checkGrant(type: unknown, params: JsonObject, path: string, { report }: LintContext): void {
  const remedy = readOwn(params, 'remedy');
  if (type === 'grant') {
    if (remedy === undefined) report('grant_without_remedy', path, 'A grant says what it gives: add the remedy.');
    if (readOwn(params, 'clause') === undefined)
      report('grant_without_clause', path, 'A grant names the clause of the published text that promises it.');
  } else if (remedy !== undefined) {
    report('remedy_without_grant', pointTo(path, 'remedy'), 'Only a grant has a remedy.');
  }
  if (remedy !== undefined && !isOneOf(REMEDIES, remedy)) {
    report('bad_value', pointTo(path, 'remedy'), `A remedy is one of ${REMEDIES.join(', ')}.`);
  }
}

function checkForfeit(params: JsonObject, path: string, { parameters, report }: LintContext): void {
  const forfeit = readOwn(params, 'forfeitCredits');
  if (forfeit === undefined) return;
  const at = pointTo(path, 'forfeitCredits');
  if (!isJsonObject(forfeit)) {
    report('wrong_type', at, 'forfeitCredits names a switch and a window.');
    return;
  }
  if (!checkKeys(forfeit, { required: ['when', 'sparing'] }, at, report)) return;
  for (const [key, kind] of [
    ['when', 'switch'],
    ['sparing', 'window'],
  ] as const) {
    const name = readOwn(forfeit, key);
    if (parameters.get(`param.${String(name)}`)?.parameter.kind === kind) continue;
    report('bad_reference', pointTo(at, key), `${key} names a ${kind} among the parameters.`);
  }
}

function checkExtras(params: JsonObject, path: string, { report }: LintContext): void {
  const queue = readOwn(params, 'queue');
  const hold = readOwn(params, 'holdCredits');
  const action = readOwn(params, 'proposeAccountAction');
  if (queue !== undefined && (typeof queue !== 'string' || queue === ''))
    report('wrong_type', pointTo(path, 'queue'), 'A queue is given by its name.');
  if (hold !== undefined && typeof hold !== 'boolean')
    report('wrong_type', pointTo(path, 'holdCredits'), 'holdCredits is true or false.');
  if (action !== undefined && action !== 'suspend')
    report('bad_value', pointTo(path, 'proposeAccountAction'), 'The only action that can be proposed is suspend.');
}

function lintParams(type: unknown, params: unknown, path: string, context: LintContext): void {
  const { clauses, report } = context;
  if (!isJsonObject(params)) {
    report('wrong_type', path, 'params is an object.');
    return;
  }
  checkKeys(params, PARAM_KEYS, path, report);
  const stage = readOwn(params, 'stage');
  const reasonCode = readOwn(params, 'reasonCode');
  const clause = readOwn(params, 'clause');
  if (stage !== undefined && !isOneOf(STAGES, stage))
    report('bad_value', pointTo(path, 'stage'), `A stage is one of ${STAGES.join(', ')}.`);
  if (reasonCode !== undefined && (typeof reasonCode !== 'string' || !REASON_CODE.test(reasonCode))) {
    report('bad_value', pointTo(path, 'reasonCode'), 'A reason code is written in capitals, like UNUSED_PACK.');
  }
  if (clause !== undefined && (typeof clause !== 'string' || !clauses.has(clause))) {
    report('unknown_clause', pointTo(path, 'clause'), `The policy has no clause ${String(clause)}.`);
  }
  checkGrant(type, params, path, context);
  checkForfeit(params, path, context);
  checkExtras(params, path, context);
}

function lintEvent(event: unknown, path: string, context: LintContext): void {
  const { report } = context;
  if (!isJsonObject(event)) {
    report('wrong_type', path, 'event is an object.');
    return;
  }
  checkKeys(event, { required: ['type', 'params'] }, path, report);
  const type = readOwn(event, 'type');
  if (type !== undefined && !isOneOf(EFFECTS, type))
    report('bad_value', pointTo(path, 'type'), `An effect is one of ${EFFECTS.join(', ')}.`);
  if (readOwn(event, 'params') !== undefined)
    lintParams(type, readOwn(event, 'params'), pointTo(path, 'params'), context);
}

/** Checks one rule by itself: keys, name, priority, conditions and finding. */
export function lintRule(rule: unknown, path: string, counter: LeafCounter, context: LintContext): void {
  const { report } = context;
  if (!isJsonObject(rule)) {
    report('wrong_type', path, 'A rule is an object.');
    return;
  }
  checkKeys(rule, { required: ['name', 'priority', 'conditions', 'event'] }, path, report);
  const name = readOwn(rule, 'name');
  const priority = readOwn(rule, 'priority');
  if (name !== undefined && (typeof name !== 'string' || !NAME.test(name))) {
    report('bad_value', pointTo(path, 'name'), 'A name is lower-case words joined by hyphens.');
  }
  if (priority !== undefined && (!isInteger(priority) || priority < 1)) {
    report('bad_priority', pointTo(path, 'priority'), 'A priority is a whole number from 1 on.');
  }
  if (readOwn(rule, 'conditions') !== undefined)
    lintCondition(readOwn(rule, 'conditions'), pointTo(path, 'conditions'), counter, context);
  if (readOwn(rule, 'event') !== undefined) lintEvent(readOwn(rule, 'event'), pointTo(path, 'event'), context);
}
