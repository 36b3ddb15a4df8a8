import { describe, expect, it } from 'vitest';
import { buildGoldenBench, POLICIES } from './bench.ts';

const bench = await buildGoldenBench();

/** How many numbered statements each published text has; 99 in all, beside the floor's own. */
const STATEMENTS: Readonly<Record<string, readonly [prefix: string, count: number]>> = {
  anumi: ['ANUMI', 28],
  anypic: ['ANYPIC', 15],
  jimeng: ['JIMENG', 22],
  photoroom: ['PHOTOROOM', 14],
  'post-remixer': ['POSTREMIX', 20],
  'statutory-floor': ['FLOOR', 3],
};

function getFolder(policy: string) {
  const folder = bench.folders.get(policy);
  if (!folder) throw new Error(`No folder of ${policy}`);
  return folder;
}

describe('the clauses of all five texts', () => {
  it('are 99', () => {
    const counts = Object.entries(STATEMENTS)
      .filter(([policy]) => policy !== 'statutory-floor')
      .map(([, [, count]]) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(99);
  });
});

describe.each(POLICIES)('the clauses of %s', (policy) => {
  const { clauseAccounts, content } = getFolder(policy);
  const ids = clauseAccounts.map(({ id }) => id);
  const rules = new Map(content.ruleset.rules.map((rule) => [rule.name, rule]));
  const parameters = new Map(content.parameters.map((parameter) => [parameter.name, parameter]));

  it('are all accounted for, each once, under the name of the text', () => {
    const [prefix, count] = STATEMENTS[policy] ?? ['', 0];
    expect(new Set(ids).size).toBe(count);
    expect(ids).toHaveLength(count);
    expect(ids.filter((id) => !id.startsWith(`${prefix}-`))).toEqual([]);
    expect(content.clauses.map(({ id }) => id)).toEqual(ids);
  });

  it('are carried by rules and parameters that exist', () => {
    const lost = clauseAccounts.flatMap((account) => {
      if (account.carriedBy === 'rule') return account.where.filter((name) => !rules.has(name));
      return account.carriedBy === 'parameter' ? account.where.filter((name) => !parameters.has(name)) : [];
    });
    expect(lost).toEqual([]);
  });

  it('are the only ones that rules, parameters and clocks cite', () => {
    const cited = [
      ...content.ruleset.rules.flatMap(({ event }) => event.params.clause ?? []),
      ...content.parameters.flatMap((parameter) => parameter.clauses),
      ...content.clocks.flatMap(({ clause }) => clause ?? []),
    ];
    expect(cited.filter((clause) => !ids.includes(clause))).toEqual([]);
  });

  it('name among their carriers every rule that cites them', () => {
    const carriers = new Map(clauseAccounts.map((account) => [account.id, account]));
    const unnamed = content.ruleset.rules.filter(({ name, event }) => {
      const account = event.params.clause === undefined ? undefined : carriers.get(event.params.clause);
      return account !== undefined && (account.carriedBy !== 'rule' || !account.where.includes(name));
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('are cited by every grant', () => {
    const grants = content.ruleset.rules.filter(({ event }) => event.type === 'grant');
    expect(grants.filter(({ event }) => event.params.clause === undefined).map(({ name }) => name)).toEqual([]);
  });
});
