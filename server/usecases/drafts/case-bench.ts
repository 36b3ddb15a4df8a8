import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { BenchCalendars, GoldenBench } from '../golden/golden-bench.ts';
import type { DraftDeps } from './draft-deps.ts';
import type { PolicyScene } from './policy-scene.ts';

/** What the cases of a policy run against when it says `content`. */
export type BenchOf = (content: PolicyContent) => GoldenBench;

interface Place {
  readonly zone: string;
  readonly country: string;
}

function placeOf(golden: GoldenCase, scene: PolicyScene, content: PolicyContent): Place {
  const program = (golden.program === undefined ? undefined : scene.programs.get(golden.program)) ?? content;
  const country = golden.customer?.country === undefined ? 'US' : (golden.customer.country ?? program.country);
  return { zone: golden.customer?.zone ?? program.zone, country };
}

const keyOf = ({ zone, country }: Place): string => `${zone} ${country}`;

/**
 * Prepares benches for cases of a policy, with the calendars that they name; a case with one that the library does not
 * know fails by itself. Boundary cases keep the places of the cases that they are made from. `baseline` is what `content`
 * is compared with: of a version of before that is not the scene's.
 */
export async function prepareBenches(
  deps: Pick<DraftDeps, 'calendars'>,
  scene: PolicyScene,
  content: PolicyContent,
  cases: readonly GoldenCase[],
  baseline: PolicyContent | null = null,
): Promise<BenchOf> {
  const places = new Map(
    cases
      .flatMap((golden) =>
        [content, baseline, scene.live?.content, scene.baseline?.content]
          .filter((one) => one !== undefined && one !== null)
          .map((one) => placeOf(golden, scene, one)),
      )
      .map((place) => [keyOf(place), place]),
  );
  const known = new Map<string, BenchCalendars>();
  for (const [key, { zone, country }] of places) {
    try {
      const { calendars, ...digests } = await deps.calendars.resolve(zone, country);
      known.set(key, { calendars, digests });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const getCalendars = (zone: string, country: string): BenchCalendars => {
    const found = known.get(keyOf({ zone, country }));
    if (found === undefined) throw new RangeError(`No calendars of ${zone} and ${country}`);
    return found;
  };
  return (said) =>
    said.policy === FLOOR_POLICY
      ? { programs: scene.programs, floor: said, getCalendars }
      : { programs: new Map([[said.policy, said]]), floor: scene.floor, getCalendars };
}
