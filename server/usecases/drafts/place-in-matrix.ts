import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { Words } from '../../core/policies/operators/operator.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import { wordColumn } from '../../core/sentences/word-change.ts';
import { sameWords } from '../../core/sentences/words.ts';

/** A case put into one cell of a matrix. */
export interface PlacedCase {
  readonly golden: GoldenCase;
  readonly at: Words;
}

/** A case about a generation, put into every cell whose state differs between two matrices of feature and platform. */
export function placeInMatrix(
  golden: GoldenCase,
  before: Parameter | undefined,
  after: Parameter | undefined,
): PlacedCase[] {
  const [was, is] = [before, after].map((one) => (one?.kind === 'matrix' ? one.value : undefined));
  const { generation } = golden;
  if (generation === undefined) return [];
  const rows = new Set([...(was?.rows ?? []), ...(is?.rows ?? [])]);
  const columns = new Set([...(was?.columns ?? []), ...(is?.columns ?? [])]);
  return [...rows].flatMap((feature) =>
    [...columns].flatMap((platform): PlacedCase[] => {
      if ((was?.cells[feature]?.[platform] ?? 'unset') === (is?.cells[feature]?.[platform] ?? 'unset')) return [];
      return [
        {
          golden: { ...golden, generation: { ...generation, feature, platform } },
          at: sameWords(`${feature} / ${wordColumn(platform)}`),
        },
      ];
    }),
  );
}
