import type { CaseRowView, FlipRowView, GateView } from '../../contract/http/policy-gate-view.ts';
import type { Person } from '../../contract/http/policy-change-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { LEFT_OUT } from '../../core/policies/draft.ts';
import type { GoldenDraft } from './draft-deps.ts';
import type { GateRun } from './run-gate.ts';

/** Names actors as they are shown. */
export type NameOf = (actor: string) => Person;

/** Names nobody: where only the numbers are asked for. */
export const NAMELESS: NameOf = (id) => ({ id, name: id });

/** The gate of a draft: its test results with what people have acknowledged and accepted. */
export function presentGate(run: GateRun, draft: GoldenDraft, nameOf: NameOf): GateView {
  const acknowledged = new Map(
    draft.acknowledgements.map((one) => [one.flipId, { by: nameOf(one.by), at: formatInstant(one.at) }]),
  );
  const accepted = new Map(draft.accepted.filter((one) => one.proposed !== true).map((one) => [one.caseName, one]));
  const flips: FlipRowView[] = run.flips.map((flip) => ({ ...flip, acknowledged: acknowledged.get(flip.id) ?? null }));
  const cases = run.cases.map(({ needs, ...row }): CaseRowView => {
    const found = accepted.get(row.name) ?? null;
    // What an earlier version's draft accepted has become the expectation; what this one accepts is told as such.
    const fresh = found !== null && found.at >= draft.createdAt ? found : null;
    const acceptance = needs === null ? found : fresh?.covers === needs ? fresh : null;
    return {
      ...row,
      result: judgeCase(row.result, needs, acceptance !== null && acceptance === fresh),
      acceptance:
        acceptance === null
          ? null
          : { reason: acceptance.reason, by: nameOf(acceptance.by), at: formatInstant(acceptance.at) },
    };
  });
  const count = (result: CaseRowView['result']): number => cases.filter((row) => row.result === result).length;
  const turning = flips.filter((flip) => flip.flips);
  const seen = turning.filter((flip) => flip.acknowledged !== null).length;
  const gate = {
    lint: [...run.lint],
    engines: { agreed: run.agreed, disagreements: [...run.disagreements] },
    cases: {
      total: cases.length,
      passed: count('pass') + count('accepted'),
      accepted: count('accepted'),
      changed: count('changed'),
      failed: count('failed'),
      rows: cases,
    },
    flips: { total: turning.length, acknowledged: seen, rows: flips },
  };
  const reasons = listReasons(gate, run.changed);
  return { ...gate, open: reasons.length === 0, reasons };
}

/** A case of live's that is altered or left out is as good as changed until somebody says why. */
function judgeCase(
  result: GateRun['cases'][number]['result'],
  needs: string | null,
  isAccepted: boolean,
): CaseRowView['result'] {
  const passes = result === 'pass' || needs === LEFT_OUT;
  if (isAccepted && passes) return 'accepted';
  return needs !== null && passes ? 'changed' : result;
}

function listReasons(
  { lint, engines, cases, flips }: Omit<GateView, 'open' | 'reasons'>,
  changed: boolean,
): GateView['reasons'] {
  const unsettled = cases.changed + cases.failed;
  const unseen = flips.total - flips.acknowledged;
  const all: GateView['reasons'] = [
    {
      code: 'lint',
      count: lint.length,
      sentence: { en: `The lint refuses ${lint.length} of it`, zh: `检查发现 ${lint.length} 处问题` },
    },
    {
      code: 'engines',
      count: engines.disagreements.length,
      sentence: {
        en: `The engines disagree on ${engines.disagreements.length}`,
        zh: `引擎在 ${engines.disagreements.length} 处结果不一致`,
      },
    },
    {
      code: 'cases',
      count: unsettled,
      sentence: {
        en: `${unsettled} ${unsettled === 1 ? 'case does' : 'cases do'} not come out as expected`,
        zh: `${unsettled} 个用例结果与预期不符`,
      },
    },
    {
      code: 'flips',
      count: unseen,
      sentence: {
        en: `${unseen} ${unseen === 1 ? 'flip was' : 'flips were'} not acknowledged`,
        zh: `${unseen} 处结果变化尚未知悉`,
      },
    },
  ];
  const reasons = all.filter((one) => one.count > 0);
  return changed
    ? reasons
    : [
        ...reasons,
        {
          code: 'nothing_changed',
          count: 1,
          sentence: { en: 'Nothing differs from what it would replace', zh: '与将被取代的版本没有差异' },
        },
      ];
}
