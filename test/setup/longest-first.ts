import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest: whatever begins last should be short. */
const LONG = [
  'journeys/live-without-redeploy',
  'main/start',
  'workers/create-workers',
  'journeys/policy-goes-live',
  'http/permissions',
  'policy-versions/parameter-inputs',
  'policy-versions/rules-tab',
  'golden/boundaries',
  'browser/sweep/sweep',
  'browser/people',
  'browser/policies',
];

/** Projects in the order of how much their files wait; what computes fills the gaps, and is short at the end. */
const PROJECTS = ['service', 'stored', 'admin', 'pure', 'replacing', 'browser'];

/**
 * Orders the files of a run: those that share a process one after another, for a process is kept only where the next
 * file may use it, and the long ones of them first.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual
      .map((file) => ({ file, place: placeOf(file) }))
      .toSorted((one, other) => compare(one.place, other.place))
      .map(({ file }) => file);
  }
}

function placeOf({ moduleId, project }: TestSpecification): readonly number[] {
  const long = LONG.findIndex((name) => moduleId.includes(`/${name}.test.ts`));
  return [PROJECTS.indexOf(project.name), long === -1 ? LONG.length : long];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
