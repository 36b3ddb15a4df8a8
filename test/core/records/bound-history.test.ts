import { describe, expect, it } from 'vitest';
import { boundGrants } from '../../../server/core/records/bound-grants.ts';
import {
  boundHistory,
  HISTORY_LIMIT,
  HISTORY_MS,
  isTruncated,
  noteDropped,
} from '../../../server/core/records/bound-history.ts';
import type { WalletGrant } from '../../../server/core/customers/customer-file.ts';
import { NOON } from '../../builders/working-file.ts';

const itself = (instant: number): number => instant;

describe('a bounded history', () => {
  it('ends 400 days ago, to the millisecond, and keeps what is dated ahead', () => {
    const instants = [NOON - HISTORY_MS - 1, NOON - HISTORY_MS, NOON - HISTORY_MS + 1, NOON, NOON + 500];
    expect(boundHistory(instants, NOON, itself)).toEqual({
      kept: [NOON - HISTORY_MS + 1, NOON, NOON + 500],
      truncated: false,
    });
  });

  it('holds the newest 1,000, and says when it left out a recent one', () => {
    const instants = Array.from({ length: HISTORY_LIMIT + 1 }, (_, n) => NOON - n);
    const { kept, truncated } = boundHistory(instants, NOON, itself);
    expect([kept.length, kept[0], kept.at(-1), truncated]).toEqual([
      HISTORY_LIMIT,
      NOON - HISTORY_LIMIT + 1,
      NOON,
      true,
    ]);
    expect(boundHistory(instants, NOON, itself).droppedAt).toBe(NOON - HISTORY_LIMIT);
    expect(boundHistory(instants.slice(1), NOON, itself).truncated).toBe(false);
    expect(boundHistory(instants, NOON + HISTORY_MS, itself)).toEqual({ kept: [], truncated: false });
  });

  it('is in order of its instants, whatever the order in which they were decided', () => {
    expect(
      boundHistory(
        [3, 1, 2].map((n) => NOON + n),
        NOON,
        itself,
      ).kept,
    ).toEqual([1, 2, 3].map((n) => NOON + n));
  });
});

describe('grants of a wallet', () => {
  const grant = (kind: WalletGrant['kind'], at: number): WalletGrant => ({
    kind,
    at,
    decisionId: `d${at}`,
    reversed: false,
  });

  it('are bounded by kind, so that one does not push out another', () => {
    const restores = Array.from({ length: HISTORY_LIMIT }, (_, n) => grant('moderation', NOON + n));
    const { kept, truncated } = boundGrants([grant('courtesy', NOON - 1), ...restores], NOON + 5_000);
    expect(truncated).toBe(false);
    expect(kept).toHaveLength(HISTORY_LIMIT + 1);
    expect(kept[0]).toMatchObject({ kind: 'courtesy' });
  });

  it('say so when one was left out', () => {
    const restores = Array.from({ length: HISTORY_LIMIT + 1 }, (_, n) => grant('moderation', NOON + n));
    expect(boundGrants(restores, NOON + 5_000)).toMatchObject({ truncated: true, kept: { length: HISTORY_LIMIT } });
  });
});

describe('what was dropped', () => {
  interface Owner {
    historyTruncated: boolean;
    historyDroppedAt?: number;
  }
  const untouched = (): Owner => ({ historyTruncated: false });

  it('is missing for 400 days, to the millisecond, and no longer', () => {
    const owner = untouched();
    noteDropped(owner, { truncated: true, droppedAt: NOON }, NOON + 9);
    expect(owner).toEqual({ historyTruncated: true, historyDroppedAt: NOON });
    expect(isTruncated(owner, NOON + HISTORY_MS - 1)).toBe(true);
    expect(isTruncated(owner, NOON + HISTORY_MS)).toBe(false);
    noteDropped(owner, { truncated: false }, NOON + HISTORY_MS - 1);
    expect(owner).toEqual({ historyTruncated: true, historyDroppedAt: NOON });
    noteDropped(owner, { truncated: false }, NOON + HISTORY_MS);
    expect(owner).toEqual(untouched());
  });

  it('is remembered by its newest instant, whatever the order', () => {
    const owner = untouched();
    for (const droppedAt of [NOON + 5, NOON + 2, NOON + 9, NOON])
      noteDropped(owner, { truncated: true, droppedAt }, NOON + 10);
    expect(owner.historyDroppedAt).toBe(NOON + 9);
  });

  it('without its instant is missing for good, until the next is dropped', () => {
    const owner: Owner = { historyTruncated: true };
    noteDropped(owner, { truncated: false }, NOON);
    expect(owner).toEqual({ historyTruncated: true });
    expect(isTruncated(owner, NOON + 9 * HISTORY_MS)).toBe(true);
    noteDropped(owner, { truncated: true, droppedAt: NOON }, NOON);
    expect(isTruncated(owner, NOON + HISTORY_MS)).toBe(false);
  });

  it('of the grants of several kinds is the newest of them', () => {
    const of = (kind: WalletGrant['kind'], from: number): WalletGrant[] =>
      Array.from({ length: HISTORY_LIMIT + 1 }, (_, n) => ({
        kind,
        at: from + n,
        decisionId: `${kind}${n}`,
        reversed: false,
      }));
    expect(boundGrants([...of('courtesy', NOON), ...of('quality', NOON + 7)], NOON + 5_000).droppedAt).toBe(NOON + 7);
  });
});
