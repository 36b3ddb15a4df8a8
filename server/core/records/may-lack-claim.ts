import type { WorkingFile } from '../customers/working-file.ts';

/** Whether a claim of the customer's own about a thing that exists since `since` (epoch ms) may have been dropped from the bounded history. */
export function mayLackClaim(file: WorkingFile, since: number): boolean {
  return (file.customer.droppedUntil?.claims ?? Number.NEGATIVE_INFINITY) >= since;
}
