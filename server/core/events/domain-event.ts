import type { AccountStatus, FailureClass, LotSource } from '../customers/customer-file.ts';

/** A domain event as the core sees it: addresses and numbers are keyed hashes already. Instants are epoch ms. */
export type CoreEvent = { [K in keyof EventData]: CoreEventOf<K> }[keyof EventData];

/** One event of a kind. `eventKey` is `<program>/<source>/<id>`. */
export interface CoreEventOf<K extends keyof EventData> {
  readonly kind: K;
  readonly program: string;
  readonly eventKey: string;
  readonly time: number;
  readonly receivedAt: number;
  readonly data: EventData[K];
}

/** Data of each kind of event, after personal data was taken out. */
export interface EventData {
  'customer.updated': {
    customerId: string;
    emailHashes: string[];
    phoneHash?: string | undefined;
    country?: string | undefined;
    isConsumer?: boolean | undefined;
    timezone?: string | undefined;
    locale?: string | undefined;
  };
  'account.status_changed': { customerId: string; status: AccountStatus };
  'order.paid': {
    orderId: string;
    customerId: string;
    walletId: string;
    sku: string;
    credits: number;
    amountMinor: number;
    taxMinor?: number | undefined;
    currency: string;
    provider: string;
    paymentRef: string;
    method?: string | undefined;
    payerEmailHash?: string | undefined;
    withdrawalWaivedAt?: number | undefined;
  };
  'order.payment_error': { orderId: string; errorRef: string; duplicateOfOrderId?: string | undefined };
  'order.refunded_externally': { orderId: string; amountMinor: number; currency: string; providerRefundId: string };
  'credits.granted': {
    customerId: string;
    walletId: string;
    lotId: string;
    credits: number;
    source: Exclude<LotSource, 'order' | 'courtesy'>;
  };
  'generation.charged': {
    generationId: string;
    customerId: string;
    walletId: string;
    actorId?: string | undefined;
    feature: string;
    platform?: string | undefined;
    surface: string;
    credits: number;
    quotedCredits?: number | undefined;
    requestedStyle?: string | undefined;
  };
  'generation.succeeded': {
    generationId: string;
    deliverables?: string[] | undefined;
    deliveredStyle?: string | undefined;
    unusableScore?: number | undefined;
    guidelineViolation?: boolean | undefined;
  };
  'generation.failed': {
    generationId: string;
    failure: { class: FailureClass; source: string; confirmedBy: string[] };
  };
  'generation.delivered': { generationId: string; how: string };
  'generation.blocked': { generationId: string; customerId: string; walletId: string; feature: string };
  'dispute.opened': { disputeId: string; orderId: string };
  'dispute.closed': { disputeId: string; orderId: string; outcome: 'won' | 'lost' };
}

/** The things that an event names, as `<kind>/<program>/<id>`: what must be the customer's own, and what must have been seen before. */
export interface NamedThings {
  readonly customerId?: string;
  readonly things: readonly string[];
  readonly needs: readonly string[];
}

/** Key by which things are owned and waited for. */
export function nameThing(
  kind: 'order' | 'wallet' | 'lot' | 'generation' | 'dispute',
  program: string,
  id: string,
): string {
  return `${kind}/${program}/${id}`;
}

/** What an event names and needs. */
export function listNamedThings(event: CoreEvent): NamedThings {
  const name = (kind: 'order' | 'wallet' | 'lot' | 'generation', id: string) => nameThing(kind, event.program, id);
  switch (event.kind) {
    case 'customer.updated':
    case 'account.status_changed':
      return { customerId: event.data.customerId, things: [], needs: [] };
    case 'order.paid':
      return {
        customerId: event.data.customerId,
        things: [
          name('order', event.data.orderId),
          name('wallet', event.data.walletId),
          name('lot', event.data.orderId),
        ],
        needs: [],
      };
    case 'credits.granted':
      return {
        customerId: event.data.customerId,
        things: [name('wallet', event.data.walletId), name('lot', event.data.lotId)],
        needs: [],
      };
    case 'generation.charged':
      return {
        customerId: event.data.customerId,
        things: [name('generation', event.data.generationId), name('wallet', event.data.walletId)],
        needs: [name('wallet', event.data.walletId)],
      };
    case 'generation.blocked':
      return {
        customerId: event.data.customerId,
        things: [name('generation', event.data.generationId), name('wallet', event.data.walletId)],
        needs: [],
      };
    case 'generation.succeeded':
    case 'generation.failed':
    case 'generation.delivered':
      return {
        things: [name('generation', event.data.generationId)],
        needs: [name('generation', event.data.generationId)],
      };
    case 'order.payment_error': {
      const other = event.data.duplicateOfOrderId;
      const named = [name('order', event.data.orderId), ...(other === undefined ? [] : [name('order', other)])];
      return { things: named, needs: named };
    }
    case 'dispute.closed':
      return {
        things: [name('order', event.data.orderId)],
        needs: [name('order', event.data.orderId), nameThing('dispute', event.program, event.data.disputeId)],
      };
    case 'order.refunded_externally':
    case 'dispute.opened':
      return { things: [name('order', event.data.orderId)], needs: [name('order', event.data.orderId)] };
  }
}
