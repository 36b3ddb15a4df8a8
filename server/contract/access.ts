import { z } from 'zod';
import { ACTIONS, SUBJECTS } from '../core/access/permission.ts';
import type { AccessRule, Action, Subject } from '../core/access/permission.ts';
import { ROLES } from '../core/access/role.ts';
import { rulesFor } from '../core/access/rules-for.ts';

/** What the admin needs of core's permissions: it hides what the server would refuse, by the same rules. */
export type { AccessRule, Action, Subject };
export { ACTIONS, ROLES, rulesFor, SUBJECTS };

/** One role of a person. */
export const grantSchema = z
  .strictObject({
    role: z.enum(ROLES).describe('The role.'),
    programs: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(200)
      .describe('Programs it holds for; ["*"] is all of them.'),
  })
  .meta({ id: 'Grant', description: 'One role of a person, and the programs it holds for.' });

/** One thing that is allowed, readable by CASL as it is. */
export const accessRuleSchema = z
  .object({
    action: z.array(z.enum(ACTIONS)).describe('What may be done.'),
    subject: z.enum(SUBJECTS).describe('To what.'),
    conditions: z
      .object({
        program: z
          .union([
            z.object({ $in: z.array(z.string()).describe('Programs.') }).describe('In these programs.'),
            z.object({ $ne: z.string().describe('A program.') }).describe('In all but this one.'),
          ])
          .describe('Where.'),
      })
      .exactOptional()
      .describe('Where it is allowed; absent: everywhere.'),
  })
  .meta({ id: 'AccessRule', description: 'One thing that the person may do.' });
