import { describe, expect, it } from 'vitest';
import { digestNow } from '../../../server/usecases/drafts/digest-now.ts';
import type { GoldenDraft } from '../../../server/usecases/drafts/draft-deps.ts';
import type { PolicyScene } from '../../../server/usecases/drafts/policy-scene.ts';
import type { GateRun } from '../../../server/usecases/drafts/run-gate.ts';
import { buildContent } from '../../builders/policy-draft.ts';

const draft = {
  policy: 'anumi',
  revision: 1,
  basedOn: 1,
  content: buildContent(),
  cases: [],
  accepted: [],
  acknowledgements: [],
} as unknown as GoldenDraft;
const scene = { activations: [], now: 0, baseline: null } as unknown as PolicyScene;

function digestOfOutcome(disposition: 'granted' | 'denied', words: string): string {
  const outcome = { disposition, reasonCode: 'X', rule: null, words: { en: words, zh: words } };
  const run = {
    lint: [],
    agreed: 1,
    disagreements: [],
    cases: [{ name: 'A case', result: 'pass', draft: outcome }],
    flips: [{ id: 'f', cases: 1, live: outcome, draft: outcome }],
  };
  return digestNow(draft, scene, run as unknown as GateRun);
}

describe('what an approval is bound to', () => {
  it('is how the tests come out, and not how that is said', () => {
    expect(digestOfOutcome('denied', 'denied: X')).toBe(digestOfOutcome('denied', 'denied: the window had passed'));
    expect(digestOfOutcome('denied', 'X')).not.toBe(digestOfOutcome('granted', 'X'));
  });
});
