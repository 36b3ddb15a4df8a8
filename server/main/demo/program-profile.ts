import type { DataToSend } from './history.ts';

type OrderPaid = DataToSend<'redress.order.paid'>;
type Charged = DataToSend<'redress.generation.charged'>;

/** A pack of credits, and what it costs in minor units of each currency that the program takes. */
export interface Pack {
  readonly sku: string;
  readonly credits: number;
  readonly weight: number;
  readonly priceMinor: Readonly<Record<string, number>>;
}

/** Something that can be made, and what it costs in credits. */
export interface Feature {
  readonly feature: string;
  readonly credits: number;
  readonly weight: number;
}

/** A way to fail: what the program reports of it. */
interface FailureKind {
  readonly class: DataToSend<'redress.generation.failed'>['failure']['class'];
  readonly source: string;
  readonly weight: number;
}

/** What one program's days look like. `share` is its part of all customers. */
export interface ProgramProfile {
  readonly program: string;
  readonly share: number;
  readonly countries: readonly { readonly country: string; readonly weight: number }[];
  readonly packs: readonly [Pack, ...Pack[]];
  readonly features: readonly Feature[];
  readonly failures: readonly FailureKind[];
  /** Providers other than the sandbox, for orders that nobody wants back. */
  readonly providers: readonly OrderPaid['provider'][];
  readonly methods: readonly string[];
  readonly platforms: readonly NonNullable<Charged['platform']>[];
  readonly styles: readonly string[];
  /** Free-text fields that a claim to this program must bring. */
  readonly fields: readonly string[];
  /** Outages: days before the end of the history, and hours that they lasted. */
  readonly outages: readonly {
    readonly daysBeforeEnd: number;
    readonly hours: number;
    readonly severity: 'complete' | 'partial';
    readonly remedyOffered?: boolean;
  }[];
}
