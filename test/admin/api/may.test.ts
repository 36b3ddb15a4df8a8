import { describe, expect, it } from 'vitest';
import { allows } from '../../../admin/api/may.ts';
import { allows as allowsOnServer } from '../../../server/core/access/can.ts';
import { ACTIONS, ROLES, SUBJECTS, rulesFor } from '../../../server/contract/access.ts';

const ASKED = ACTIONS.flatMap((action) =>
  SUBJECTS.flatMap((subject) =>
    [undefined, 'anumi', 'jimeng', 'statutory-floor'].map((program) => ({ action, subject, program })),
  ),
);

describe('what the admin hides', () => {
  it.each(ROLES)('is what the server would refuse a %s, for every act, thing and program', (role) => {
    expect(ASKED.length).toBeGreaterThan(500);
    for (const programs of [['*'], ['anumi'], ['anumi', 'statutory-floor']]) {
      const rules = rulesFor([{ role, programs }]);
      const hidden = ASKED.filter(({ action, subject, program }) => !allows(rules, action, subject, program));
      const refused = ASKED.filter(({ action, subject, program }) => !allowsOnServer(rules, action, subject, program));
      expect(hidden).toEqual(refused);
    }
  });
});
