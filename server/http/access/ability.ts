import { createMongoAbility, subject as tag } from '@casl/ability';
import type { MongoAbility } from '@casl/ability';
import type { Action, Subject } from '../../core/access/permission.ts';
import type { Grant } from '../../core/access/role.ts';
import { rulesFor } from '../../core/access/rules-for.ts';

/** What a person may do, as CASL sees it. */
export type Ability = MongoAbility;

/** Ability of grants. */
export function abilityOf(grants: readonly Grant[]): Ability {
  return createMongoAbility(rulesFor(grants));
}

/** Whether something may be done to things of one program. */
export function mayIn(ability: Ability, action: Action, subject: Subject, program: string): boolean {
  return ability.can(action, tag(subject, { program }));
}
