import { describe, expect, it } from 'vitest';
import { boundClaims } from '../../../server/core/records/bound-claims.ts';
import { boundGrants } from '../../../server/core/records/bound-grants.ts';
import {
  boundHistory,
  HISTORY_LIMIT,
  HISTORY_MS,
  isCut,
  laterDrop,
} from '../../../server/core/records/bound-history.ts';
import { noteDropped } from '../../../server/core/records/note-dropped.ts';
import type { DroppedUntil, WalletGrant } from '../../../server/core/customers/customer-file.ts';
import { NOON } from '../../builders/working-file.ts';
import { buildMark } from './frozen.ts';

const DAY = 86_400_000;

const itself = (instant: number): number => instant;

describe('a bounded history', () => {
  it('ends 400 days ago, to the millisecond, and keeps what is dated ahead', () => {
    const instants = [NOON - HISTORY_MS - 1, NOON - HISTORY_MS, NOON - HISTORY_MS + 1, NOON, NOON + 500];
    expect(boundHistory(instants, NOON, itself)).toEqual({
      kept: [NOON - HISTORY_MS + 1, NOON, NOON + 500],
      droppedUntil: NOON - HISTORY_MS,
    });
    expect(boundHistory([NOON], NOON, itself)).toEqual({ kept: [NOON] });
  });

  it('holds the newest 1,000, and says up to when it left something out', () => {
    const instants = Array.from({ length: HISTORY_LIMIT + 1 }, (_, n) => NOON - n);
    const { kept, droppedUntil } = boundHistory(instants, NOON, itself);
    expect([kept.length, kept[0], kept.at(-1), droppedUntil]).toEqual([
      HISTORY_LIMIT,
      NOON - HISTORY_LIMIT + 1,
      NOON,
      NOON - HISTORY_LIMIT,
    ]);
    expect(boundHistory(instants.slice(0, -1), NOON, itself).droppedUntil).toBeUndefined();
    expect(boundHistory(instants, NOON + HISTORY_MS, itself)).toEqual({
      kept: [],
      droppedUntil: NOON,
    });
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

describe('earlier claims', () => {
  const mark = (at: number, automatic = false) => buildMark({ at, caseId: `c${at}`, automatic });

  it('that the service filed make room for the customer’s own, however old those are', () => {
    const outage = Array.from({ length: HISTORY_LIMIT + 5 }, (_, n) => mark(NOON + n, true));
    const { kept, droppedUntil } = boundClaims([mark(NOON - DAY), ...outage], NOON + DAY);
    expect([kept.length, kept[0]?.at]).toEqual([HISTORY_LIMIT, NOON - DAY]);
    expect(droppedUntil).toEqual({ automatic: NOON + 5 });
  });

  it('of the customer’s own are dropped last, and it is known up to when', () => {
    const own = Array.from({ length: HISTORY_LIMIT + 2 }, (_, n) => mark(NOON + n));
    const { kept, droppedUntil } = boundClaims([mark(NOON + DAY, true), ...own], NOON + DAY);
    expect([kept.length, kept.some((one) => one.automatic)]).toEqual([HISTORY_LIMIT, false]);
    expect(droppedUntil).toEqual({ claims: NOON + 1, automatic: NOON + DAY });
  });
});

it('what was dropped is remembered by the latest instant of each history', () => {
  const owner: { droppedUntil?: DroppedUntil<'claims' | 'refunds'> } = {};
  noteDropped(owner, {});
  expect(owner).toEqual({});
  noteDropped(owner, { claims: 5 });
  noteDropped(owner, { claims: 3, refunds: 1 });
  expect(owner.droppedUntil).toEqual({ claims: 5, refunds: 1 });
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
    const { kept, droppedUntil } = boundGrants([grant('courtesy', NOON - 1), ...restores], NOON + 5_000);
    expect(droppedUntil).toEqual({});
    expect(kept).toHaveLength(HISTORY_LIMIT + 1);
    expect(kept[0]).toMatchObject({ kind: 'courtesy' });
  });

  it('say so when one was left out', () => {
    const restores = Array.from({ length: HISTORY_LIMIT + 1 }, (_, n) => grant('moderation', NOON + n));
    expect(boundGrants(restores, NOON + 5_000)).toMatchObject({
      droppedUntil: { moderation: NOON },
      kept: { length: HISTORY_LIMIT },
    });
  });
});

it('what was dropped is missing for 400 days, to the millisecond, and no longer', () => {
  expect([isCut(undefined, NOON), isCut(NOON, NOON + HISTORY_MS - 1), isCut(NOON, NOON + HISTORY_MS)]).toEqual([
    false,
    true,
    false,
  ]);
  expect([laterDrop(undefined, undefined), laterDrop(3, undefined), laterDrop(3, 5), laterDrop(5, 3)]).toEqual([
    undefined,
    3,
    5,
    5,
  ]);
});
