import { expect, it, vi } from 'vitest';
import { startLoop } from '../../server/workers/start-loop.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';

const plan = (run: () => Promise<number>, log = new RecordedLog()) => ({
  name: 'test',
  run,
  busyMs: 1,
  idleMs: 60_000,
  log,
});

it('goes on at once while there is work, rests when there is none, and comes when nudged', async () => {
  const found = [1, 1, 0];
  let passes = 0;
  const loop = startLoop({
    ...plan(async () => {
      passes += 1;
      return found.shift() ?? 0;
    }),
    busyMs: 1,
  });
  await vi.waitFor(() => expect(passes).toBeGreaterThanOrEqual(3));
  const before = passes;
  loop.nudge();
  await vi.waitFor(() => expect(passes).toBeGreaterThan(before));
  await loop.close();
  const after = passes;
  loop.nudge();
  await new Promise((resolve) => setImmediate(resolve));
  expect(passes).toBe(after);
});

it('survives a pass that throws, and logs it once until one succeeds', async () => {
  const log = new RecordedLog();
  const outcomes = ['bad', 'bad', 'good', 'bad'];
  const loop = startLoop(
    plan(async () => {
      if (outcomes.shift() === 'bad') throw new Error('away');
      return 1;
    }, log),
  );
  await vi.waitFor(() => expect(outcomes).toHaveLength(0));
  await loop.close();
  expect(log.listMessages('warn')).toHaveLength(2);
});

it('lets the pass under way finish before it is closed', async () => {
  let isDone = false;
  let start = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const loop = startLoop(
    plan(async () => {
      start();
      await new Promise((resolve) => setTimeout(resolve, 20));
      isDone = true;
      return 0;
    }),
  );
  await started;
  await loop.close();
  expect(isDone).toBe(true);
});
