import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { readPolicyContent } from '../support/read-policy-content.ts';

describe('the policies that are shipped', () => {
  it.each(['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer', 'statutory-floor'])('%s passes', (program) => {
    expect(lintRuleset(readPolicyContent(program), FACT_DICTIONARY)).toEqual([]);
  });
});
