import { describe, expect, it } from 'vitest';
import { coversGrants, isFullAdmin, wordGrants } from '../../../server/core/access/check-grants.ts';
import { checkPassword } from '../../../server/core/access/check-password.ts';
import { ACCOUNT_LOCK_OUT, listLockOutsMs, lockOutMs } from '../../../server/core/access/lock-out.ts';
import { pickChanges } from '../../../server/core/audit/draft-audit-event.ts';
import { grant } from '../../builders/users.ts';

describe('a lock', () => {
  it('comes after the free failures, doubles, and has an end', () => {
    const { freeFailures: free, firstMs, longestMs } = ACCOUNT_LOCK_OUT;
    expect([1, free, free + 1, free + 2, free + 3].map((failures) => lockOutMs(failures, ACCOUNT_LOCK_OUT))).toEqual([
      0,
      0,
      firstMs,
      2 * firstMs,
      4 * firstMs,
    ]);
    expect(lockOutMs(1_000_000, ACCOUNT_LOCK_OUT)).toBe(longestMs);
    const waitsMs = listLockOutsMs(ACCOUNT_LOCK_OUT);
    expect(waitsMs).toEqual(waitsMs.map((_, index) => lockOutMs(index + 1, ACCOUNT_LOCK_OUT)));
    expect(waitsMs.indexOf(longestMs)).toBe(waitsMs.length - 1);
  });
});

describe('a password', () => {
  const about = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' };
  it.each([
    ['elevenchars', 'must have at least 12 characters'],
    ['aaaaaaaaaaaaaaaa', 'must have at least 5 different characters'],
    ['ADA.LOVELACE@example.com', 'must not be the name or the address of the account'],
    ['ada lovelace', 'must not be the name or the address of the account'],
    ['👩‍💻👩‍💻👩‍💻', 'must have at least 12 characters'],
  ])('%s is refused', (password, problem) => expect(checkPassword(password, about)).toBe(problem));
  it('of twelve characters is taken, without rules about what they are', () =>
    expect(checkPassword('tides and so', about)).toBeNull());
});

describe('rights over rights', () => {
  it('reach as far as an admin’s own programs', () => {
    const anumi = [grant('admin', 'anumi')];
    expect(coversGrants(anumi, [grant('reviewer', 'anumi')])).toBe(true);
    expect(coversGrants(anumi, [grant('reviewer', 'anumi', 'photoroom')])).toBe(false);
    expect(coversGrants(anumi, [grant('reviewer')])).toBe(false);
    expect(coversGrants([grant('admin')], [grant('admin')])).toBe(true);
    expect(coversGrants([grant('policy_owner')], [])).toBe(false);
  });
  it('reach over a legal owner only where they reach over the floor, which that one owns for every program', () => {
    const legal = [grant('legal_owner', 'anumi')];
    expect(coversGrants([grant('admin', 'anumi')], legal)).toBe(false);
    expect(coversGrants([grant('admin', 'anumi', 'statutory-floor')], legal)).toBe(true);
    expect(coversGrants([grant('admin')], legal)).toBe(true);
  });
  it('are told apart and put in words', () => {
    expect([
      isFullAdmin([grant('admin')]),
      isFullAdmin([grant('admin', 'anumi')]),
      isFullAdmin([grant('auditor')]),
    ]).toEqual([true, false, false]);
    expect(wordGrants([grant('admin'), grant('reviewer', 'a', 'b')])).toBe('admin *, reviewer a b');
  });
});

describe('what changed', () => {
  it('is told by the fields that differ, a missing one as null', () => {
    expect(pickChanges({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2], d: true })).toEqual({
      before: { b: [1], c: 'x', d: null },
      after: { b: [2], c: null, d: true },
    });
  });
});
