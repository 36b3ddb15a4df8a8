import { describe, expect, it } from 'vitest';
import { linkSubject, listChanges, showChange } from '../../../admin/audit-events/list-changes.ts';
import { nameActor } from '../../../admin/audit-events/name-actor.ts';

describe('an event of the audit', () => {
  it('shows what differs and nothing else', () => {
    const changes = listChanges({
      before: { name: 'A', status: 'active', gone: 1 },
      after: { name: 'A', status: 'locked', fresh: [1] },
    });
    expect(changes).toEqual([
      { name: 'fresh', before: undefined, after: [1] },
      { name: 'gone', before: 1, after: undefined },
      { name: 'status', before: 'active', after: 'locked' },
    ]);
  });

  it('may have changed nothing', () => {
    expect(listChanges({ before: null, after: null })).toEqual([]);
  });

  it('shows values as they are', () => {
    expect(showChange(null)).toBe('–');
    expect(showChange(false)).toBe('false');
    expect(showChange(['a'])).toContain('"a"');
  });

  it('leads to what it is about, where that has a page', () => {
    expect(linkSubject({ type: 'payout', id: 'refund/anumi/o/0' })).toBe('/payouts/refund%2Fanumi%2Fo%2F0/show');
    expect(linkSubject({ type: 'session', id: 'x' })).toBeNull();
  });

  it('names its actor as far as one is known', () => {
    const t = (key: string): string => key;
    expect(nameActor({ kind: 'user', id: 'u1', name: 'Owner A' }, t)).toBe('Owner A');
    expect(nameActor({ kind: 'key', id: 'k1', name: null }, t)).toBe('audit.kinds.key k1');
    expect(nameActor({ kind: 'system', id: 'cli', name: 'cli' }, t)).toBe('audit.kinds.system (cli)');
  });
});
