import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { compareWithReference } from '../../../server/engine/reference/compare-with-reference.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import {
  buildCaseRecord,
  buildFailureRecord,
  buildGenerationRecord,
  buildUnknownSubjectRecord,
  buildWalletRecord,
} from '../../builders/case-record.ts';
import { readPolicyContent } from '../support/read-policy-content.ts';

const PROGRAMS = ['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer', 'statutory-floor'];
const RECORDS = {
  order: buildCaseRecord(),
  generation: buildGenerationRecord(),
  failure: buildFailureRecord(),
  wallet: buildWalletRecord(),
  stranger: buildUnknownSubjectRecord(),
};

describe.each(PROGRAMS)('the rules of %s', (program) => {
  const content = readPolicyContent(program);
  const compiled = compileRuleset(content, FACT_DICTIONARY);

  it.each(Object.entries(RECORDS))('run alike in both references on a record of kind %s', async (_kind, record) => {
    expect(await compareWithReference(content, compiled, deriveFacts(record), buildCalendars())).toEqual([]);
  });
});
