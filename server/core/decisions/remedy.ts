export const REMEDIES = ['credit_restore', 'courtesy_credit', 'cash_full', 'cash_pro_rata'] as const;
/** What a grant gives: credits back to their lots, new courtesy credits, all of the money, or its unused part. */
export type Remedy = (typeof REMEDIES)[number];
