import { describe, expect, it } from 'vitest';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { Condition, Rule } from '../../../server/core/policies/ruleset.ts';
import { listFlips } from '../../../server/usecases/drafts/list-flips.ts';
import type { Flip, Sides } from '../../../server/usecases/drafts/flip-rows.ts';
import { buildGoldenBench } from '../../golden/bench.ts';

const bench = await buildGoldenBench();

function folderOf(policy: string) {
  const folder = bench.folders.get(policy);
  if (folder === undefined) throw new Error(`No folder ${policy}`);
  return { content: folder.content, cases: folder.cases.map((one) => one.golden) };
}

function withRules(content: PolicyContent, rules: readonly Rule[]): PolicyContent {
  return { ...content, ruleset: { rules } };
}

function changeRule(content: PolicyContent, name: string, change: (rule: Rule) => Rule): PolicyContent {
  return withRules(
    content,
    content.ruleset.rules.map((rule) => (rule.name === name ? change(rule) : rule)),
  );
}

function changeConditions(conditions: Condition, change: (all: readonly Condition[]) => readonly Condition[]) {
  return 'all' in conditions ? { all: change(conditions.all) } : conditions;
}

function flipsOf(policy: string, change: (content: PolicyContent) => PolicyContent): Flip[] {
  const { content: live, cases } = folderOf(policy);
  const draft = change(live);
  const sides: Sides = {
    policy,
    live,
    draft,
    liveBench: { ...bench, programs: new Map([[policy, live]]) },
    draftBench: { ...bench, programs: new Map([[policy, draft]]) },
  };
  return listFlips(sides, cases);
}

const turning = (rows: readonly Flip[]): Flip[] => rows.filter((row) => row.flips);

describe('boundary cases of a rule', () => {
  it('are none where no rule and no value changed', () => {
    expect(flipsOf('anumi', (content) => ({ ...content, name: 'Another name' }))).toEqual([]);
    expect(
      flipsOf('anumi', (content) =>
        withRules(
          content,
          content.ruleset.rules.map((rule) => ({ ...rule, priority: rule.priority + 1 })),
        ),
      ),
    ).toEqual([]);
  });

  it('that went lie a unit and a millisecond around the window that it compared with, and exactly on it', () => {
    const rows = flipsOf('anumi', (content) =>
      withRules(
        content,
        content.ruleset.rules.filter((rule) => rule.name !== 'cash-window-passed'),
      ),
    );
    expect(new Set(rows.map((row) => row.rule))).toEqual(new Set(['cash-window-passed']));
    expect(rows.every((row) => row.parameter === null)).toBe(true);
    const decisions = turning(rows).map((row) => row.live?.reasonCode ?? '');
    expect(decisions).toContain('CASH_WINDOW_PASSED');
    // Where the floor decided live, no rule of the policy did: its flips are told too.
    expect(decisions.filter((code) => code !== 'CASH_WINDOW_PASSED' && !code.startsWith('STATUTORY'))).toEqual([]);
    const places = (some: readonly Flip[]) => new Set(some.map((row) => row.at.en));
    expect(places(turning(rows))).toContain('14 days: 1 ms after the last admissible instant');
    expect(places(turning(rows))).toContain('14 days: 1 day after the last admissible instant');
    expect(places(turning(rows))).not.toContain('14 days: the last admissible instant');
    expect(places(rows)).toContain('14 days: the last admissible instant');
  });

  it('lie one below, on and one above a number that it compares with', () => {
    const rows = flipsOf('anumi', (content) =>
      changeRule(content, 'unused-pack', (rule) => ({
        ...rule,
        conditions: changeConditions(rule.conditions, (all) =>
          all.map((one) =>
            'fact' in one && one.fact === 'order.creditsUsedNet'
              ? { ...one, operator: 'lessThanInclusive', value: 3 }
              : one,
          ),
        ),
      })),
    );
    const at = (words: string) => rows.filter((row) => row.rule === 'unused-pack' && row.at.en === words);
    expect(at('Credits used, net: 3').some((row) => row.flips && row.draft.reasonCode === 'UNUSED_PACK')).toBe(true);
    expect(at('Credits used, net: 4').filter((row) => row.flips)).toEqual([]);
    expect(at('Credits used, net: 0').filter((row) => row.flips)).toEqual([]);
    expect(at('Credits used, net: 3')[0]?.at.zh).toBe('净使用积分：3');
  });

  it('are given the words that a new comparison names', () => {
    const rows = flipsOf('anumi', (content) =>
      changeRule(content, 'unused-pack', (rule) => ({
        ...rule,
        conditions: changeConditions(rule.conditions, (all) => [
          ...all,
          { fact: 'claim.channel', operator: 'notEqual', value: 'email' },
        ]),
      })),
    );
    const moved = turning(rows).filter((row) => row.at.en === 'Channel: email');
    expect(moved).not.toEqual([]);
    for (const row of moved) expect(row.live?.rule).toBe('unused-pack');
  });

  it('that came, or stands elsewhere among the others, are those that it decides', () => {
    const first: Rule = {
      name: 'everything-to-a-person',
      priority: 1_000_000,
      conditions: { all: [{ fact: 'subject.kind', operator: 'equal', value: 'order' }] },
      event: { type: 'refer', params: { stage: 'integrity', reasonCode: 'REVIEW', queue: 'all' } },
    };
    const rows = turning(flipsOf('anumi', (content) => withRules(content, [first, ...content.ruleset.rules])));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row.rule, row.draft.rule]).toEqual([first.name, first.name]);
    const moved = turning(
      flipsOf('anumi', (content) => changeRule(content, 'cash-window-passed', (rule) => ({ ...rule, priority: 1 }))),
    );
    for (const row of moved) expect(row.rule).toBe('cash-window-passed');
  });

  it('have other ids once the rule says something else again, and leave a changed value’s flips to the value', () => {
    const deny = (reasonCode: string) => (content: PolicyContent) =>
      changeRule(content, 'unused-pack', (rule) => ({
        ...rule,
        event: { type: 'deny', params: { stage: rule.event.params.stage, reasonCode } },
      }));
    const ids = (reason: string) => turning(flipsOf('anumi', deny(reason))).map((row) => row.id);
    const [one, again, other] = [ids('ONE'), ids('ONE'), ids('OTHER')];
    expect(one.length).toBeGreaterThan(0);
    expect(one).toEqual(again);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    const both = flipsOf('anumi', (content) => ({
      ...deny('ONE')(content),
      parameters: content.parameters.map((one) =>
        one.kind === 'window' && one.name === 'cashRefundWindow'
          ? { ...one, value: { amount: 10, unit: 'days', counting: 'elapsed' } }
          : one,
      ),
    }));
    const around = both.filter((row) => row.rule !== null && row.at.en.includes('admissible'));
    expect(around).toEqual([]);
    expect(both.some((row) => row.parameter === 'cashRefundWindow' && row.flips)).toBe(true);
  });

  it('show what every rule is there for, the last one that answers what no other does included', () => {
    const silent: string[] = [];
    for (const policy of ['anumi', 'photoroom'])
      for (const { name } of folderOf(policy).content.ruleset.rules) {
        const rows = flipsOf(policy, (content) =>
          withRules(
            content,
            content.ruleset.rules.filter((rule) => rule.name !== name),
          ),
        );
        if (turning(rows).length === 0) silent.push(`${policy}: ${name}`);
      }
    expect(silent).toEqual([]);
  });
});

describe('a case that one side cannot decide', () => {
  it('flips to what a live claim would come out as, a referral by an engine error', () => {
    const rows = turning(
      flipsOf('anumi', (content) =>
        withRules(
          content,
          content.ruleset.rules.filter((rule) => rule.name !== 'policy-silent'),
        ),
      ),
    );
    expect(rows.map(({ live, draft }) => [live?.reasonCode, draft.disposition, draft.reasonCode])).toContainEqual([
      'POLICY_SILENT',
      'referred',
      'ENGINE_ERROR',
    ]);
  });
});
