import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import { reportFailure, createLives, waitUntilPosted } from './support-lives.ts';
import type { BenchService } from './support-service.ts';

/** Program that has as many rules as {@link GROWN_RULES} says. */
export const GROWN_PROGRAM = 'bench-grown';
const GROWN_RULES = 1_500;

const CHUNK = 5_000;

/**
 * A policy that decides as `content` does, with rules that never hold put before its last grant until there are 1,500:
 * all of them are evaluated, each time.
 */
export function growPolicy(content: PolicyContent): PolicyContent {
  const { rules } = content.ruleset;
  const at = rules.findIndex(({ name }) => name === 'courtesy');
  const stage = rules[at]?.event.params['stage'];
  if (at < 0 || stage === undefined) throw new Error('the policy has no courtesy to put rules before');
  const idle = Array.from({ length: GROWN_RULES - rules.length }, (_, place) => ({
    name: `idle-${place}`,
    priority: 0,
    conditions: {
      all: [{ fact: 'generation.creditsCharged', operator: 'equal' as const, value: 1_000_000 + place }],
    },
    event: { type: 'refer' as const, params: { stage, reasonCode: 'POLICY_SILENT' } },
  }));
  const grown = [...rules.slice(0, at), ...idle, ...rules.slice(at)];
  return {
    ...content,
    policy: GROWN_PROGRAM,
    ruleset: { rules: grown.map((rule, place) => ({ ...rule, priority: grown.length - place })) },
  };
}

/** Fills a store with decided and posted cases, through the API like any others. */
export async function fillStore(service: BenchService, program: string, cases: number): Promise<void> {
  for (let done = 0; done < cases; done += CHUNK) {
    const lives = await createLives(service, program, Math.min(CHUNK, cases - done), false);
    for (let first = 0; first < lives.ids.length; first += 500) {
      await service.client.sendEvents(lives.ids.slice(first, first + 500).map((id) => reportFailure(lives, id)));
    }
    await waitUntilPosted(service);
    process.stderr.write(`filled ${done + lives.ids.length} of ${cases} cases\n`);
  }
}
