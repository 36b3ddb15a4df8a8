import { computeGrant } from '../../core/decisions/compute-grant.ts';
import { DISPOSITION_OF } from '../../core/decisions/decision.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { Rule, Stage } from '../../core/policies/ruleset.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { CompiledRuleset } from '../compile/compiled-ruleset.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { listMissingElements } from '../evaluate/list-missing-elements.ts';
import { referFor, type Finding } from './finding.ts';

const PREAMBLE: ReadonlySet<Stage> = new Set<Stage>(['integrity', 'freeze']);

/**
 * The finding of an evaluated ruleset with what it comes to; null where no rule held and none was unknown, which only
 * the floor can do: a program's last rule always holds.
 */
export function selectFinding(
  evaluation: Evaluation,
  compiled: CompiledRuleset,
  facts: Facts,
  record: CaseRecord,
): Finding | null {
  if (evaluation.blockedByUnknown) {
    const blocking = compiled.rules[evaluation.trace.rules.indexOf('u')]?.rule;
    return referFor('FACTS_MISSING', evaluation.missing, blocking !== undefined && isPreamble(blocking));
  }
  if (evaluation.decisive === undefined) return null;
  const { rule } = evaluation.decisive;
  return settleGrant(assertFinding(rule, compiled, facts), record);
}

function assertFinding(rule: Rule, compiled: CompiledRuleset, facts: Facts): Finding {
  const { type, params } = rule.event;
  const disposition = DISPOSITION_OF[type];
  return {
    disposition,
    reasonCode: params.reasonCode,
    remedy: type === 'grant' ? (params.remedy ?? null) : null,
    grant: null,
    clauseIds: params.clause === undefined ? [] : [params.clause],
    missing: type === 'needs_info' ? listMissingElements(rule, compiled, facts) : [],
    queue: type === 'refer' ? (params.queue ?? null) : null,
    params,
    stands: isPreamble(rule) || type === 'needs_info' || type === 'no_action',
  };
}

/** A grant of nothing is looked at by a person: the rules say yes and the books say that there is nothing to give. */
function settleGrant(finding: Finding, record: CaseRecord): Finding {
  if (finding.disposition !== 'granted') return finding;
  const grant = finding.remedy === null ? null : computeGrant(finding.remedy, record);
  if (grant !== null) return { ...finding, grant };
  return { ...referFor('AMOUNT_ZERO', [], finding.stands), clauseIds: finding.clauseIds };
}

function isPreamble(rule: Rule): boolean {
  return PREAMBLE.has(rule.event.params.stage);
}
