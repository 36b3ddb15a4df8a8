/** How long before its instant an activation must be committed, ms, so that every process has read it by then. */
export const ACTIVATION_LEAD_MS = 5_000;
