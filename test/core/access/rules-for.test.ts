import { subject as tag, createMongoAbility } from '@casl/ability';
import { describe, expect, it } from 'vitest';
import { allows, can, listProgramsFor } from '../../../server/core/access/can.ts';
import { ACTIONS, SUBJECTS } from '../../../server/core/access/permission.ts';
import { nameActor, systemActor } from '../../../server/core/access/request-actor.ts';
import type { RequestActor } from '../../../server/core/access/request-actor.ts';
import { ROLES } from '../../../server/core/access/role.ts';
import type { Grant } from '../../../server/core/access/role.ts';
import { rulesFor } from '../../../server/core/access/rules-for.ts';
import { grant } from '../../builders/users.ts';

const PROGRAMS = ['anumi', 'photoroom', 'statutory-floor'];
const person = (...grants: Grant[]): RequestActor => ({ kind: 'user', id: 'u', name: 'U', grants });

describe('rules', () => {
  it.each(ROLES)('of %s are read by CASL as core reads them', (role) => {
    for (const grants of [
      [grant(role)],
      [grant(role, 'anumi')],
      [grant(role, 'anumi', 'statutory-floor')],
      [grant(role, 'anumi'), grant('reviewer', 'photoroom')],
    ]) {
      const rules = rulesFor(grants);
      const ability = createMongoAbility(rules);
      for (const action of ACTIONS)
        for (const subject of SUBJECTS) {
          expect(ability.can(action, subject)).toBe(allows(rules, action, subject));
          for (const program of PROGRAMS)
            expect([action, subject, program, ability.can(action, tag(subject, { program }))]).toEqual([
              action,
              subject,
              program,
              allows(rules, action, subject, program),
            ]);
        }
    }
  });

  it('are plain data, so that they travel to the browser', () => {
    const rules = rulesFor(ROLES.map((role) => grant(role, 'anumi')));
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });

  it('let nobody without a role do more than look after themselves', () => {
    expect(rulesFor([])).toEqual([{ action: ['read', 'update'], subject: 'self' }]);
  });
});

describe('what a role may', () => {
  it('ends at its programs', () => {
    const owner = person(grant('policy_owner', 'anumi'));
    expect([can(owner, 'edit', 'policy', 'anumi'), can(owner, 'edit', 'policy', 'photoroom')]).toEqual([true, false]);
    expect(listProgramsFor(rulesFor(owner.grants), 'read', 'case')).toEqual(['anumi']);
    expect(listProgramsFor(rulesFor(owner.grants), 'read', 'policy')).toEqual(['anumi', 'statutory-floor']);
    expect(listProgramsFor(rulesFor(owner.grants), 'read', 'user')).toEqual([]);
    expect(listProgramsFor(rulesFor([grant('reviewer')]), 'read', 'case')).toBeNull();
  });

  it('never makes an admin an editor or an approver of policies', () => {
    for (const action of ['edit', 'approve', 'roll_back', 'request_emergency'] as const)
      expect(can(person(grant('admin')), action, 'policy')).toBe(false);
  });

  it('keeps the floor to its own owner, who has nothing else to edit', () => {
    const [legal, owner] = [person(grant('legal_owner', 'anumi')), person(grant('policy_owner'))];
    expect(PROGRAMS.map((program) => can(legal, 'edit', 'policy', program))).toEqual([false, false, true]);
    expect(PROGRAMS.map((program) => can(owner, 'edit', 'policy', program))).toEqual([true, true, false]);
    expect(can(person(grant('policy_owner', 'statutory-floor')), 'edit', 'policy')).toBe(false);
  });

  it('needs two people for an emergency', () => {
    for (const role of ROLES) {
      const one = person(grant(role));
      expect(can(one, 'request_emergency', 'policy') && can(one, 'confirm_emergency', 'policy')).toBe(false);
    }
  });

  it('leaves an emergency on the floor to the admins of the floor', () => {
    const confirms = (...programs: string[]): boolean[] =>
      PROGRAMS.map((program) => can(person(grant('admin', ...programs)), 'confirm_emergency', 'policy', program));
    expect(confirms('anumi')).toEqual([true, false, false]);
    expect(confirms('anumi', 'statutory-floor')).toEqual([true, false, true]);
    expect(confirms()).toEqual([true, true, true]);
  });

  it('lets nobody edit what they approve, and the auditor change nothing', () => {
    for (const role of ROLES)
      expect(can(person(grant(role)), 'edit', 'policy') && can(person(grant(role)), 'approve', 'policy')).toBe(false);
    const changes = ACTIONS.filter((action) => !['read', 'export', 'replay', 'evaluate'].includes(action));
    for (const subject of SUBJECTS.filter((one) => one !== 'self'))
      for (const action of changes) expect(can(person(grant('auditor')), action, subject)).toBe(false);
  });
});

describe('an actor', () => {
  it('that is no person has no roles to go by', () => {
    expect(can({ kind: 'key', id: 'k', name: 'k', grants: [grant('admin')] }, 'read', 'case')).toBe(false);
    expect(can({ kind: 'anonymous', id: 'nobody', name: 'nobody', grants: [] }, 'read', 'self')).toBe(false);
    expect(can(systemActor('bootstrap'), 'edit', 'policy', 'anumi')).toBe(true);
    expect(nameActor(systemActor('cli'))).toBe('system/cli');
  });
});
