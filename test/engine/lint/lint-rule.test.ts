import { describe, expect, it } from 'vitest';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import type { FindingParams, Rule } from '../../../server/core/policies/ruleset.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, grantRule, LAB_DICTIONARY, leaf, rule } from '../support/lab.ts';

const held = { all: [leaf('lab.ready', 'equal', true)] };

function lint(rules: unknown): string[] {
  const content = { ...buildContent([]), ruleset: { rules } } as unknown as PolicyContent;
  return lintRuleset(content, LAB_DICTIONARY).map(({ code, path }) => `${code} ${path.replace('/ruleset/rules', '')}`);
}

/** A grant with other params, given as any JSON. */
function grantWith(params: Record<string, unknown>): unknown {
  const granting = grantRule('grants', 1, held);
  return { ...granting, event: { type: 'grant', params: { ...granting.event.params, ...params } } };
}

describe('a rule', () => {
  it('passes with all that a finding can have', () => {
    const params: Partial<FindingParams> = {
      clause: 'LAB-1',
      queue: 'disputes',
      holdCredits: true,
      proposeAccountAction: 'suspend',
      forfeitCredits: { when: 'switch', sparing: 'window' },
    };
    expect(lint([rule('refers', 1, held, params)])).toEqual([]);
    expect(lint([grantRule('grants', 1, held)])).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 'rule', 'wrong_type /0'],
    ['an unknown key', { ...rule('r', 1, held), onSuccess: 1 }, 'unknown_key /0/onSuccess'],
    [
      'an own __proto__',
      JSON.parse(JSON.stringify(rule('r', 1, held)).replace('{', '{"__proto__":{},')),
      'forbidden_key /0/__proto__',
    ],
    ['no conditions', { ...rule('r', 1, held), conditions: undefined }, 'missing_key /0'],
    ['a name with spaces', rule('My rule', 1, held), 'bad_value /0/name'],
    ['priority 0', rule('r', 0, held), 'bad_priority /0/priority'],
    ['a fractional priority', rule('r', 1.5, held), 'bad_priority /0/priority'],
    ['a priority in quotes', { ...rule('r', 1, held), priority: '1' }, 'bad_priority /0/priority'],
    ['an unknown effect', rule('r', 1, held, {}, 'pay' as Rule['event']['type']), 'bad_value /0/event/type'],
    ['an event without params', { ...rule('r', 1, held), event: { type: 'deny' } }, 'missing_key /0/event'],
    ['an event that is a text', { ...rule('r', 1, held), event: 'deny' }, 'wrong_type /0/event'],
    [
      'an unknown stage',
      rule('r', 1, held, { stage: 'later' as FindingParams['stage'] }),
      'bad_value /0/event/params/stage',
    ],
    [
      'a reason code in small letters',
      rule('r', 1, held, { reasonCode: 'because' }),
      'bad_value /0/event/params/reasonCode',
    ],
    ['an unknown clause', rule('r', 1, held, { clause: 'LAB-9' }), 'unknown_clause /0/event/params/clause'],
    ['a grant without clause', grantWith({ clause: undefined }), 'grant_without_clause /0/event/params'],
    ['a grant without remedy', grantWith({ remedy: undefined }), 'grant_without_remedy /0/event/params'],
    ['a grant of something else', grantWith({ remedy: 'voucher' }), 'bad_value /0/event/params/remedy'],
    [
      'a denial with a remedy',
      rule('r', 1, held, { remedy: 'cash_full' }, 'deny'),
      'remedy_without_grant /0/event/params/remedy',
    ],
    ['an unknown param', grantWith({ amount: 5 }), 'unknown_key /0/event/params/amount'],
    ['an empty queue', rule('r', 1, held, { queue: '' }), 'wrong_type /0/event/params/queue'],
    ['a hold that is a number', grantWith({ holdCredits: 1 }), 'wrong_type /0/event/params/holdCredits'],
    [
      'another account action',
      grantWith({ proposeAccountAction: 'ban' }),
      'bad_value /0/event/params/proposeAccountAction',
    ],
    [
      'a forfeit by a window',
      rule('r', 1, held, { forfeitCredits: { when: 'window', sparing: 'window' } }),
      'bad_reference /0/event/params/forfeitCredits/when',
    ],
    [
      'a forfeit sparing nothing known',
      rule('r', 1, held, { forfeitCredits: { when: 'switch', sparing: 'nothing' } }),
      'bad_reference /0/event/params/forfeitCredits/sparing',
    ],
    [
      'a forfeit with more',
      grantWith({ forfeitCredits: { when: 'switch', sparing: 'window', all: true } }),
      'unknown_key /0/event/params/forfeitCredits/all',
    ],
    ['a forfeit that is a text', grantWith({ forfeitCredits: 'switch' }), 'wrong_type /0/event/params/forfeitCredits'],
  ])('with %s is refused', (_what, one, issue) => {
    expect(lint([one])).toEqual([issue]);
  });
});

describe('a ruleset', () => {
  it('is refused without rules', () => {
    expect(lint([])).toEqual(['no_rules ']);
    expect(lint('none')).toEqual(['wrong_type ']);
    expect(lint(undefined)).toEqual(['wrong_type ']);
  });

  it('keeps the rules of a stage together, by their priorities', () => {
    const open = { all: [leaf('lab.open', 'equal', true)] };
    const busy = { all: [leaf('lab.count', 'greaterThan', 1)] };
    const rules = (stages: FindingParams['stage'][]): Rule[] =>
      [held, open, busy].map((conditions, index) =>
        rule(`r${index}`, 30 - index, conditions, { stage: stages[index] ?? 'fallback' }),
      );
    expect(lint(rules(['billing', 'billing', 'fallback']))).toEqual([]);
    expect(lint(rules(['billing', 'quality', 'billing']))).toEqual(['stage_interleaved /2/event/params/stage']);
    expect(lint(rules(['billing', 'quality', 'billing']).toReversed())).toEqual([
      'stage_interleaved /0/event/params/stage',
    ]);
  });
});
