import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { Batch } from './batch.ts';

/**
 * Whether any of these customers changed since the batch read them. Parts of a file are read side by side, so that one may show
 * a change that another does not; the guard refuses whatever comes of that, but only what reaches it. Asked before
 * something is called broken.
 */
export async function isOutdated(
  files: Pick<CustomerFiles, 'load'>,
  keys: readonly CustomerKey[],
  batch: Batch,
): Promise<boolean> {
  const now = await files.load(keys, [], []);
  return keys.some((key) => (now.get(key)?.customer.rev ?? 0) !== (batch.input.files.get(key)?.customer.rev ?? 0));
}
