import type { SandboxBook, SandboxRefund } from '../../../server/ports/sandbox-book.ts';

/** The sandbox's memory, in memory. */
export class MemoryBook implements SandboxBook {
  readonly refunds = new Map<string, SandboxRefund>();

  async find(key: string): Promise<SandboxRefund | null> {
    return this.refunds.get(key) ?? null;
  }

  async append(refund: SandboxRefund): Promise<boolean> {
    if (this.refunds.has(refund.key)) return false;
    this.refunds.set(refund.key, refund);
    return true;
  }

  async decide(key: string, state: 'settled' | 'failed', code: string | undefined): Promise<boolean> {
    const refund = this.refunds.get(key);
    if (refund?.state !== 'submitted') return false;
    this.refunds.set(key, { ...refund, state, ...(code === undefined ? {} : { code }) });
    return true;
  }

  async listFailing(now: number, limit: number): Promise<SandboxRefund[]> {
    return [...this.refunds.values()]
      .filter((refund) => refund.state === 'settled' && (refund.failsAt ?? Infinity) <= now)
      .slice(0, limit);
  }

  async fail(key: string, code: string): Promise<void> {
    const refund = this.refunds.get(key);
    if (refund?.state !== 'settled') return;
    const { failsAt: _, ...rest } = refund;
    this.refunds.set(key, { ...rest, state: 'failed', code });
  }
}
