import type { PolicyContent } from '../policies/policy-version.ts';

/** The message by which a denial is told to a customer who is told no reason. */
export const GENERIC_DENIAL = 'DENIED_GENERIC';

/** Whether a policy tells its customers no reason for a denial: its choice `denialDisclosure` is `generic`. */
export function isDenialGeneric(content: PolicyContent): boolean {
  return content.parameters.some(
    (one) => one.kind === 'choice' && one.name === 'denialDisclosure' && one.value === 'generic',
  );
}
