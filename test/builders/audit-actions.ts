/** Every act on a policy version that is audited. */
export const AUDIT_ACTIONS_OF_POLICIES = [
  'created', 'imported', 'saved', 'acknowledged', 'case_accepted', 'submitted', 'submission_withdrawn', 'approved', 'published', 'rejected',
  'withdrawn', 'discarded', 'rebased', 'rolled_back', 'emergency_requested', 'emergency_confirmed', 'refused',
].map((act) => `policy_version.${act}`);
