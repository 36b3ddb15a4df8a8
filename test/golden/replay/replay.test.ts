import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../server/core/audit/canonical-document.ts';
import { compareDecisions } from '../../../server/core/decisions/compare-decisions.ts';
import type { RulesetOutcome } from '../../../server/core/decisions/decision.ts';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import type { Candidate, Candidates, CompiledVersion } from '../../../server/engine/decide/candidate.ts';
import { decide } from '../../../server/engine/decide/decide.ts';
import { decideBySemantics } from '../../../server/engine/decide/decide-by-semantics.ts';
import { digestCalendar } from '../../../server/providers/calendars/calendar-library.ts';
import { findCalendars, loadRecordings, type RecordedDecision, type Recording } from './replay-files.ts';

const recordings = await loadRecordings();
const compiled = new Map<string, CompiledVersion>();

/** The version that an outcome cites, from what was recorded with it: today's `rules/` have no say. */
function compile({ contents }: Recording, { version }: RulesetOutcome): CompiledVersion {
  const known = compiled.get(version.digest);
  if (known !== undefined) return known;
  const content = contents.find((one) => one.digest === version.digest)?.content;
  if (content === undefined) throw new Error(`Version ${version.policy} #${version.number} was not recorded`);
  const made = { version: { ...version, content }, policy: compileRuleset(content, FACT_DICTIONARY) };
  compiled.set(version.digest, made);
  return made;
}

function replay(recording: Recording, { id, record, decision }: RecordedDecision): ReturnType<typeof decide> {
  const [first, second] = decision.candidates.map(({ basis, policy, floor }): Candidate => ({
    basis,
    ...compile(recording, policy),
    ...(floor === undefined ? {} : { floor: compile(recording, floor) }),
  }));
  if (first === undefined) throw new Error(`Decision ${id} names no version`);
  const candidates: Candidates = second === undefined ? [first] : [first, second];
  return decide({ record, calendars: findCalendars(recording, record), candidates, ids: { decisionId: id } });
}

it('there are decisions of every semantics that this release knows, and of no other', () => {
  expect(recordings.map((recording) => recording.semantics)).toEqual([...decideBySemantics.keys()]);
});

describe.each(recordings.map((recording) => [recording.semantics, recording] as const))(
  'decisions of semantics %i',
  (semantics, recording) => {
    it('are of every program, and of every disposition', () => {
      expect(recording.programs.map(({ program }) => program)).toEqual([
        'anumi',
        'anypic',
        'jimeng',
        'photoroom',
        'post-remixer',
      ]);
      const all = recording.programs.flatMap(({ decisions }) => decisions);
      expect(new Set(all.map(({ decision }) => decision.disposition))).toEqual(
        new Set(['granted', 'denied', 'referred', 'needs_info', 'no_action']),
      );
      expect(
        all.every(({ record, decision }) => record.semantics === semantics && decision.semantics === semantics),
      ).toBe(true);
    });

    it('are kept with what they were made from, unchanged', () => {
      for (const { digest, content } of recording.contents)
        expect(digestOf('policy_content', canonicalise(content))).toBe(digest);
      for (const { digest, calendar } of recording.calendars) expect(digestCalendar(calendar)).toBe(digest);
      for (const { decisions } of recording.programs) {
        for (const { record, recordDigest } of decisions)
          expect(digestOf('case_record', canonicalise(record))).toBe(recordDigest);
      }
    });

    describe.each(recording.programs.map(({ program, decisions }) => [program, decisions] as const))(
      'of %s',
      (_program, decisions) => {
        it.each(decisions.map((one) => [one.name, one] as const))('come out the same to the byte: %s', (_name, one) => {
          expect(compareDecisions(one.decision, replay(recording, one))).toEqual([]);
        });
      },
    );
  },
);
