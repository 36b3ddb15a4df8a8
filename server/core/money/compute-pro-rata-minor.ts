/**
 * The unused part of what was paid, in minor units: paid × left ÷ bought, rounded down, less what others refunded, and
 * never more than what is left to refund nor below 0. The product is taken in BigInt, since it can leave the safe range.
 *
 * @param amountPaidMinor what the order cost
 * @param creditsLeft cashable credits left of the order
 * @param creditsBought credits that the order bought; 0 where none, which refunds nothing
 * @param refundedByOthersMinor what the payment provider refunded on its own
 * @param refundableMinor what is left to refund, refunds under way counted as done
 * @throws RangeError where an argument is no safe integer from 0 up.
 */
export function computeProRataMinor(
  amountPaidMinor: number,
  creditsLeft: number,
  creditsBought: number,
  refundedByOthersMinor: number,
  refundableMinor: number,
): number {
  for (const value of [amountPaidMinor, creditsLeft, creditsBought, refundedByOthersMinor, refundableMinor]) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no safe integer from 0 up`);
  }
  if (creditsBought === 0) return 0;
  const unused =
    (BigInt(amountPaidMinor) * BigInt(creditsLeft)) / BigInt(creditsBought) - BigInt(refundedByOthersMinor);
  const limit = BigInt(refundableMinor);
  return Number(unused < 0n ? 0n : unused > limit ? limit : unused);
}
