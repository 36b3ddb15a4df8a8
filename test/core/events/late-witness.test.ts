import { expect, it } from 'vitest';
import { deriveFacts } from '../../../server/core/facts/derive-facts.ts';
import { NOT_APPLICABLE } from '../../../server/core/facts/fact-value.ts';
import { freeze } from '../records/frozen.ts';
import { buildEvent, buildFile, charged, failed, NOON, orderPaid, play } from '../../builders/working-file.ts';

it('a second witness of a failure counts, also where its clock is behind', () => {
  const file = buildFile();
  play(file, orderPaid(), charged(), failed(NOON + 2_000, ['app']));
  expect(play(file, failed(NOON + 1_500, ['provider']))).toEqual({ status: 'applied', entries: [], arrived: [] });
  expect(file.findGeneration('g')).toMatchObject({
    status: 'failed',
    statusAt: NOON + 2_000,
    failure: { confirmedBy: ['app', 'provider'], at: NOON + 1_500 },
  });
});

it('an earlier failure is known and decides nothing about a generation that succeeded later', () => {
  const file = buildFile();
  const succeeded = { ...failed(NOON + 3_000), kind: 'generation.succeeded', data: { generationId: 'g' } } as const;
  play(file, orderPaid(), charged(), succeeded, failed(NOON + 2_000));
  expect(file.findGeneration('g')).toMatchObject({ status: 'succeeded', failure: { at: NOON + 2_000 } });
  expect(deriveFacts(freeze(file, { subject: { type: 'generation', id: 'g' } }))['generation.failureClass']).toBe(
    NOT_APPLICABLE,
  );
});

it('a result counts although its clock is behind the charge’s, since a charge is none', () => {
  const failure = buildFile();
  play(failure, orderPaid(), charged({}, NOON));
  expect(play(failure, failed(NOON - 1))).toMatchObject({ status: 'applied', failedGenerationId: 'g' });
  expect(failure.findGeneration('g')).toMatchObject({ status: 'failed', statusAt: NOON - 1, chargedAt: NOON });
  const success = buildFile();
  play(success, orderPaid(), charged({}, NOON));
  play(success, buildEvent('generation.succeeded', { generationId: 'g' }, NOON - 60_000));
  expect(success.findGeneration('g')).toMatchObject({ status: 'succeeded', succeededAt: NOON - 60_000 });
  expect(success.findLot('o')?.delivered).toBe(5);
  expect(play(success, failed(NOON - 59_999))).toMatchObject({ failedGenerationId: 'g' });
  expect(success.findLot('o')?.delivered).toBe(0);
});

it('successes and failures give the same generation in any order, also at one instant', () => {
  const succeeded = (time: number) => buildEvent('generation.succeeded', { generationId: 'g' }, time);
  for (const [first, second] of [
    [succeeded(NOON + 2_000), failed(NOON + 3_000)],
    [succeeded(NOON + 2_000), failed(NOON + 2_000)],
    [succeeded(NOON + 3_000), failed(NOON + 2_000)],
    [failed(NOON + 3_000), failed(NOON + 2_000)],
    [succeeded(NOON - 3_000), failed(NOON - 2_000)],
    [succeeded(NOON - 2_000), failed(NOON - 3_000)],
    [succeeded(NOON - 2_000), failed(NOON + 3_000)],
    [succeeded(NOON + 3_000), succeeded(NOON + 2_000)],
  ] as const) {
    const [a, b] = [buildFile(), buildFile()];
    play(a, orderPaid(), charged(), first, second);
    play(b, orderPaid(), charged(), second, first);
    expect(a.findGeneration('g')).toEqual(b.findGeneration('g'));
    expect(a.findLot('o')).toEqual(b.findLot('o'));
  }
});

it('the newest report says of what kind a failure was, and each field of a result, in any order', () => {
  const kind = (time: number, source: string, at = 'storage' as const) =>
    buildEvent('generation.failed', { generationId: 'g', failure: { class: at, source, confirmedBy: [] } }, time);
  const succeeded = (time: number, result: { deliveredStyle?: string; unusableScore?: number } = {}) =>
    buildEvent('generation.succeeded', { generationId: 'g', ...result }, time);
  for (const events of [
    [kind(NOON + 1, 'a'), kind(NOON + 2, 'b'), succeeded(NOON + 3)],
    [kind(NOON + 1, 'a'), kind(NOON + 1, 'b'), succeeded(NOON + 3)],
    [kind(NOON + 1, 'a'), succeeded(NOON + 2), kind(NOON + 3, 'b')],
    [
      succeeded(NOON + 1, { deliveredStyle: 'oil', unusableScore: 1 }),
      succeeded(NOON + 2, { deliveredStyle: 'ink' }),
      succeeded(NOON + 3, { unusableScore: 3 }),
    ],
    [
      succeeded(NOON + 1, { deliveredStyle: 'oil' }),
      succeeded(NOON + 1, { deliveredStyle: 'ink' }),
      kind(NOON + 2, 'a'),
    ],
  ]) {
    const inTurn = [0, 1, 2].flatMap((first) => [
      [first, (first + 1) % 3, (first + 2) % 3],
      [first, (first + 2) % 3, (first + 1) % 3],
    ]);
    const ends = inTurn.map((places) => {
      const file = buildFile();
      play(file, orderPaid(), charged({}, NOON), ...places.flatMap((place) => events[place] ?? []));
      return file.findGeneration('g');
    });
    for (const end of ends) expect(end).toEqual(ends[0]);
  }
});

it('when a report was made is not part of what is frozen', () => {
  const file = buildFile();
  play(file, orderPaid(), charged(), failed());
  expect(file.findGeneration('g')?.failure).toHaveProperty('saidAt', NOON + 2_000);
  const { generation } = freeze(file, { subject: { type: 'generation', id: 'g' } });
  expect(generation?.failure).toEqual({ class: 'internal', source: 'app', confirmedBy: ['app'], at: NOON + 2_000 });
});

it('of many deliveries the first of each way is kept', () => {
  const file = buildFile();
  const delivered = (how: string, time: number) => buildEvent('generation.delivered', { generationId: 'g', how }, time);
  play(file, orderPaid(), charged());
  for (let n = 0; n < 50; n += 1) play(file, delivered('downloaded', NOON + 5_000 - n), delivered('saved', NOON + n));
  expect(file.findGeneration('g')?.deliveries).toEqual([
    { how: 'downloaded', at: NOON + 4_951 },
    { how: 'saved', at: NOON },
  ]);
});

it('of many contradictions of a remedy the first twenty are kept and shown', () => {
  const file = buildFile();
  play(file, orderPaid(), charged(), failed());
  file.editGeneration('g').remedyDecisionId = 'd';
  const outcomes = Array.from({ length: 25 }, (_, n) =>
    play(file, buildEvent('generation.delivered', { generationId: 'g', how: 'downloaded' }, NOON + n)),
  );
  expect(outcomes.filter((outcome) => 'attention' in outcome)).toHaveLength(20);
  expect(file.findGeneration('g')?.contradictions).toHaveLength(20);
});
