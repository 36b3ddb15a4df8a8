import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../../server/core/audit/canonical-document.ts';
import type { Calendars } from '../../../server/core/calendars/calendar.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import type { Candidate, Candidates, CompiledVersion } from '../../../server/engine/decide/candidate.ts';
import { decide } from '../../../server/engine/decide/decide.ts';
import { SEMANTICS } from '../../../server/engine/decide/semantics.ts';
import { prepareGoldenCase } from '../../../server/usecases/golden/decide-golden-case.ts';
import { buildGoldenBench, POLICIES } from '../bench.ts';
import type { RecordedContent, RecordedDecision } from './replay-files.ts';

/** Decisions kept of each program. */
const KEPT = 10;

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Records decisions of this release: run by hand (`npx tsx test/golden/replay/record-replays.ts`) when the semantics were
 * raised. A file that exists is never written again: it stands for what a release decided.
 */
async function recordReplays(): Promise<void> {
  const bench = await buildGoldenBench();
  const contents = new Map<string, RecordedContent>();
  const calendars = new Map<string, Calendars[keyof Calendars]>();
  const compile = (content: PolicyContent, number: number): CompiledVersion => {
    const version = {
      policy: content.policy,
      number,
      digest: digestOf('policy_content', canonicalise(content)),
      content,
    };
    contents.set(version.digest, { digest: version.digest, content });
    return { version, policy: compileRuleset(content, FACT_DICTIONARY) };
  };
  const floor = compile(getContent('statutory-floor'), 1);
  function getContent(policy: string): PolicyContent {
    const content = bench.programs.get(policy);
    if (content === undefined) throw new Error(`There is no policy ${policy}`);
    return content;
  }
  for (const program of POLICIES.filter((policy) => policy !== 'statutory-floor')) {
    const content = getContent(program);
    const first = compile(content, 1);
    // Where the better of two versions decides, a stricter second one is in force.
    const second = content.versionBasis === 'more_generous' ? compile(tighten(content), 2) : null;
    const plain = (bench.folders.get(program)?.cases ?? [])
      .map(({ golden }) => golden)
      .filter((one) => one.parameters === undefined && one.floorParameters === undefined && one.program === undefined);
    const step = Math.max(1, Math.floor(plain.length / KEPT));
    const lines = plain
      .filter((_, index) => index % step === 0)
      .slice(0, KEPT)
      .map((golden, index) => {
        const { record, calendars: days } = prepareGoldenCase(golden, program, bench);
        calendars.set(record.calendars.zone, days.zone);
        calendars.set(record.calendars.holidays, days.holidays);
        const decisionId = `${program}-${index + 1}`;
        const candidates = chooseCandidates({ ...first, floor }, second === null ? null : { ...second, floor });
        const decision = decide({ record, calendars: days, candidates, ids: { decisionId } });
        const recorded: RecordedDecision = {
          id: decisionId,
          name: golden.name,
          record,
          recordDigest: digestOf('case_record', canonicalise(record)),
          decision,
        };
        return recorded;
      });
    await write(`${program}.decisions`, lines);
  }
  await write('versions', [...contents.values()]);
  await write(
    'calendars',
    [...calendars].map(([digest, calendar]) => ({ digest, calendar })),
  );
}

function chooseCandidates(first: Omit<Candidate, 'basis'>, second: Omit<Candidate, 'basis'> | null): Candidates {
  if (second === null)
    return [
      { basis: first.version.content.versionBasis === 'purchase_time' ? 'purchase_time' : 'request_time', ...first },
    ];
  return [
    { basis: 'request_time', ...second },
    { basis: 'purchase_time', ...first },
  ];
}

/** The same policy with every window cut to half. */
function tighten(content: PolicyContent): PolicyContent {
  const parameters = content.parameters.map((one) =>
    one.kind === 'window' && one.value !== undefined
      ? { ...one, value: { ...one.value, amount: Math.floor(one.value.amount / 2) } }
      : one,
  );
  return { ...content, parameters };
}

async function write(name: string, documents: readonly object[]): Promise<void> {
  const file = `${FOLDER}semantics-${SEMANTICS}.${name}.ndjson`;
  await writeFile(file, documents.map((document) => `${canonicalise(document)}\n`).join(''), { flag: 'wx' });
}

await recordReplays();
