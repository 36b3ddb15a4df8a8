import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPolicyFolder } from '../../server/main/load-policy-folder.ts';
import { benchEngine } from './engine.ts';
import { fillStore, GROWN_PROGRAM, growPolicy } from './growth.ts';
import { collectRound } from './support-round.ts';
import type { RoundFigures } from './support-round.ts';
import { presentGrowth, presentService } from './support-rows.ts';
import type { BenchRow } from './engine.ts';
import { createBaseline, findBestInFlight } from './support-baseline.ts';
import { startBenchService, startBenchStores } from './support-service.ts';

/**
 * `npm run bench [-- --quick --only engine|service --rounds n --cases n]`: measures, prints a table and writes
 * .redress/bench.json. --quick leaves out the large store (100,000 cases, or --cases), which takes minutes to fill, and
 * runs fewer rounds. BENCH_CPU_PROF names a folder for CPU profiles of API and worker.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    cases: { type: 'string' },
  },
});
const ROUNDS = Number(options.rounds ?? (options.quick ? 3 : 5));
const SMALL_STORE = 1_000;
const LARGE_STORE = Number(options.cases ?? 100_000);
const OUTPUT = fileURLToPath(new URL('../../.redress/bench.json', import.meta.url));
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

async function benchService(): Promise<BenchRow[]> {
  const stores = await startBenchStores();
  const closing = [stores.close];
  try {
    const anumi = await loadPolicyFolder(fileURLToPath(new URL('../../rules/anumi', import.meta.url)));
    const small = await startBenchService(stores, {
      name: 'small',
      redisNumber: 0,
      extra: [growPolicy(anumi.content)],
    });
    closing.push(small.close);
    await fillStore(small, 'anumi', SMALL_STORE);
    const large = options.quick ? null : await startBenchService(stores, { name: 'large', redisNumber: 1 });
    if (large !== null) {
      closing.push(large.close);
      await fillStore(large, 'anumi', LARGE_STORE);
    }
    const baseline = await createBaseline(small);
    const inFlight = await findBestInFlight(baseline, 1_500);
    say(`the bare transaction is best with ${inFlight} in flight`);
    const rounds: Record<'small' | 'grown' | 'large', RoundFigures[]> = { small: [], grown: [], large: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const figures = {
        small: await collectRound(small, 'anumi', baseline, inFlight),
        grown: await collectRound(small, GROWN_PROGRAM, baseline, inFlight),
        ...(large === null ? {} : { large: await collectRound(large, 'anumi', baseline, inFlight) }),
      };
      say(`round ${round} of ${ROUNDS}: ${JSON.stringify(figures)}`);
      // The first only warms up: compilers, caches, connections.
      if (round === 0) continue;
      rounds.small.push(figures.small);
      rounds.grown.push(figures.grown);
      if (figures.large !== undefined) rounds.large.push(figures.large);
    }
    return [
      ...presentService(rounds.small, inFlight),
      ...presentGrowth('1,500 rules instead of 26', rounds.small, rounds.grown),
      ...(large === null
        ? []
        : presentGrowth(`${LARGE_STORE} stored cases instead of ${SMALL_STORE}`, rounds.small, rounds.large)),
    ];
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

const rows = [
  ...(options.only === 'service' ? [] : await benchEngine()),
  ...(options.only === 'engine' ? [] : await benchService()),
];
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version, load: loadavg() };
await mkdir(dirname(OUTPUT), { recursive: true });
await writeFile(
  OUTPUT,
  `${JSON.stringify({ at: new Date().toISOString(), machine, quick: options.quick, rows }, null, 2)}\n`,
);
console.table(rows.map(({ figure, ratio, target }) => ({ figure, ratio, target })));
for (const { figure, detail } of rows) say(`${figure}: ${JSON.stringify(detail)}`);
say(`written to ${OUTPUT}`);
process.exit(0);
