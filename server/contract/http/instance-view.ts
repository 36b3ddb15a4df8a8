import { z } from 'zod';
import { signInProvidersSchema } from './session-view.ts';

/** What the sign-in page needs to know; told to anybody. */
export const instanceViewSchema = z
  .object({
    demo: z.boolean().describe('Whether this is the embedded default with users for trying things out.'),
    credentialsFile: z.string().nullable().describe('File on the server that holds their passwords, or null.'),
    version: z.string().describe('Version of the service.'),
    status: z.enum(['ready', 'degraded']).describe('degraded: what does not need the queue works, the rest later.'),
    signIn: signInProvidersSchema.describe('Ways to sign in.'),
  })
  .meta({ id: 'Instance', description: 'This installation, as far as anybody may know it.' });
export type InstanceView = z.infer<typeof instanceViewSchema>;
