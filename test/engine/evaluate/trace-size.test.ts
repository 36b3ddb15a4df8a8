import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../../server/core/facts/fact-value.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { evaluate } from '../../../server/engine/evaluate/evaluate.ts';
import { runReference } from '../../../server/engine/reference/run-reference.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildCaseRecord, buildGenerationRecord } from '../../builders/case-record.ts';
import { readPolicyContent } from '../support/read-policy-content.ts';

/** json-rules-engine cannot run what is unknown; for the length of a trace it does not matter why a leaf failed. */
function withoutUnknown(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value === UNKNOWN ? NOT_APPLICABLE : value]),
  );
}

describe.each(['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer', 'statutory-floor'])(
  'the stored trace of %s',
  (program) => {
    const content = readPolicyContent(program);
    const compiled = compileRuleset(content, FACT_DICTIONARY);

    it.each([buildCaseRecord(), buildGenerationRecord()])(
      'is at most a twentieth of json-rules-engine’s JSON',
      async (record) => {
        const facts = withoutUnknown(deriveFacts(record));
        const { trace } = evaluate(compiled, facts, buildCalendars());
        const { traceJson } = await runReference(content, facts, buildCalendars());
        expect(JSON.stringify(trace).length * 20).toBeLessThanOrEqual(traceJson.length);
      },
    );
  },
);
