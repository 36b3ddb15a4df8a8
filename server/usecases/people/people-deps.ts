import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Passwords } from '../../ports/passwords.ts';
import type { Clock, Ids, Pseudonyms } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';
import type { SignInAttempts } from '../../ports/sign-in-attempts.ts';
import type { SignInService, TextSealer } from '../../ports/sign-in-service.ts';
import type { Users } from '../../ports/users.ts';

/** What the use cases about people need. */
export interface PeopleDeps {
  readonly users: Users;
  readonly attempts: SignInAttempts;
  readonly auditTrail: AuditTrail;
  readonly passwords: Passwords;
  readonly pseudonyms: Pick<Pseudonyms, 'hashEmail'>;
  readonly policies: Pick<Policies, 'listPolicies'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sealer: TextSealer;
  /** Absent where none is configured. */
  readonly signInService?: SignInService;
}
