import { expect, it } from 'vitest';
import { buildFile, charged, failed, NOON, orderPaid, play } from '../../builders/working-file.ts';

it('a second witness of a failure counts, also where its clock is behind', () => {
  const file = buildFile();
  play(file, orderPaid(), charged(), failed(NOON + 2_000, ['app']));
  expect(play(file, failed(NOON + 1_500, ['provider']))).toEqual({ status: 'applied', entries: [], arrived: [] });
  expect(file.findGeneration('g')).toMatchObject({
    status: 'failed',
    statusAt: NOON + 2_000,
    failure: { confirmedBy: ['app', 'provider'], at: NOON + 2_000 },
  });
});

it('an earlier failure says nothing about a generation that succeeded later', () => {
  const file = buildFile();
  const succeeded = { ...failed(NOON + 3_000), kind: 'generation.succeeded', data: { generationId: 'g' } } as const;
  play(file, orderPaid(), charged(), succeeded, failed(NOON + 2_000));
  expect(file.findGeneration('g')).toMatchObject({ status: 'succeeded' });
  expect(file.findGeneration('g')?.failure).toBeUndefined();
});
