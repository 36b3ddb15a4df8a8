import type { EventType } from '../../contract/events/event-data.ts';
import type { ClaimChannel, ClaimIssue, ClaimReason } from '../../core/cases/claim.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { writeFields } from './claim-words.ts';
import type { DataToSend, DemoClaim, DemoEvent } from './history.ts';
import { DEMO_SOURCE } from './history.ts';
import type { Outage } from './outages.ts';
import { avoidOutages } from './outages.ts';
import type { Person } from './person.ts';
import type { Feature, Pack, ProgramProfile } from './program-profile.ts';
import type { Random } from './random.ts';

/** Milliseconds of a minute, an hour, a day. */
export const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];

/** An order as its customer remembers it. `sandbox`: a machine can give the money back. */
export interface DemoOrder {
  readonly orderId: string;
  readonly pack: Pack;
  readonly amountMinor: number;
  readonly currency: string;
  readonly sandbox: boolean;
  readonly paidAt: number;
}

/** A generation as its customer remembers it. `endedAt`: success or failure. */
export interface DemoGeneration {
  readonly generationId: string;
  readonly chargedAt: number;
  readonly endedAt: number;
  readonly status: 'succeeded' | 'failed' | 'blocked';
}

/** What of a generation is not left to chance. */
export interface GenerationWish {
  readonly outcome?: 'succeeded' | 'failed';
  readonly feature?: Feature;
  readonly surface?: DataToSend<'redress.generation.charged'>['surface'];
  readonly failure?: Partial<DataToSend<'redress.generation.failed'>['failure']>;
  readonly succeeded?: Partial<DataToSend<'redress.generation.succeeded'>>;
  readonly startedByOther?: boolean;
}

/** What of a claim is not left to chance. Fields are the ones the program asks for, unless told otherwise. */
export interface ClaimWish {
  readonly subject: { readonly type: 'order' | 'generation' | 'wallet'; readonly id: string };
  readonly reason: ClaimReason;
  readonly remedy: 'cash' | 'credits';
  readonly issue?: ClaimIssue;
  readonly channel?: ClaimChannel;
  readonly happenedAt?: number;
  readonly fields?: readonly string[];
  readonly sender?: { readonly email: string };
  readonly showsResult?: boolean;
  /** What is missing comes later: the required fields and the result. */
  readonly completes?: boolean;
}

/**
 * One invented customer's dealings with one program, told forward from `now` (epoch ms). It keeps count of what can be
 * spent, low rather than high, so that no charge is refused that is not meant to be.
 */
export class Life {
  readonly events: DemoEvent[] = [];
  readonly claims: DemoClaim[] = [];
  readonly orders: DemoOrder[] = [];
  readonly generations: DemoGeneration[] = [];
  /** Events that are meant to be refused. */
  refused = 0;
  now: number;
  spendable = 0;
  readonly person: Person;
  readonly profile: ProgramProfile;
  readonly random: Random;
  readonly endAt: number;
  readonly #outages: readonly Outage[];

  constructor(
    person: Person,
    profile: ProgramProfile,
    random: Random,
    span: { readonly bornAt: number; readonly endAt: number; readonly outages: readonly Outage[] },
  ) {
    this.person = person;
    this.profile = profile;
    this.random = random;
    this.now = span.bornAt;
    this.endAt = span.endAt;
    this.#outages = span.outages;
  }

  /** Whether so many days are left. */
  hasDays(days: number): boolean {
    return this.now + days * DAY_MS < this.endAt;
  }

  /** Lets time pass, in ms; never past the end, and not into a complete outage. */
  wait(ms: number): number {
    this.now = Math.floor(Math.min(this.endAt - 1, avoidOutages(this.now + ms, this.#outages)));
    return this.now;
  }

  /** Reports something. Ids are counted, so that telling the same life again gives the same ids. */
  report<T extends EventType>(type: T, data: Omit<DataToSend<T>, 'program'>, at: number = this.now): void {
    this.events.push({
      specversion: '1.0',
      id: `${this.person.customerId}-e${String(this.events.length + 1).padStart(3, '0')}`,
      source: DEMO_SOURCE,
      type,
      time: new Date(at).toISOString(),
      data: { program: this.profile.program, ...data } as DataToSend<T>,
    });
  }

  /** Buys a pack. Only orders in the sandbox can be given back by a machine; `paymentRef` chooses how it behaves. */
  buy({ pack = this.random.weigh(this.profile.packs), paymentRef = '', sandbox = true, spend = true } = {}): DemoOrder {
    const { customerId, walletId, email } = this.person;
    const orderId = `${customerId}-o${this.orders.length + 1}`;
    const { amountMinor, currency } = priceOf(pack, this.person.currency);
    this.report('redress.order.paid', {
      orderId,
      customerId,
      walletId,
      sku: pack.sku,
      credits: pack.credits,
      amountMinor,
      currency,
      provider: sandbox ? 'sandbox' : this.random.pick(this.profile.providers),
      paymentRef: `${paymentRef}${paymentRef === '' ? '' : '_'}${orderId}`,
      method: this.random.pick(this.profile.methods),
      payerEmail: email,
      ...(this.random.chance(0.3) ? { withdrawalWaiver: { textVersion: 'demo-1', acceptedAt: iso(this.now) } } : {}),
    });
    const order = { orderId, pack, amountMinor, currency, sandbox, paidAt: this.now };
    this.orders.push(order);
    if (spend) this.spendable += pack.credits;
    return order;
  }

  /** Makes something and waits for it; null where the wallet holds too little. */
  generate(wish: GenerationWish = {}): DemoGeneration | null {
    const feature = wish.feature ?? this.random.weigh(this.profile.features);
    if (feature.credits > this.spendable) return null;
    this.spendable -= feature.credits;
    const { customerId, walletId } = this.person;
    const generationId = `${customerId}-g${this.generations.length + 1}`;
    const requestedStyle = this.random.pick(this.profile.styles);
    const chargedAt = this.now;
    this.report('redress.generation.charged', {
      generationId,
      customerId,
      walletId,
      actorId: wish.startedByOther === true ? `${customerId}-colleague` : customerId,
      feature: feature.feature,
      platform: this.random.pick(this.profile.platforms),
      surface: wish.surface ?? 'single',
      credits: feature.credits,
      quotedCredits: feature.credits,
      requestedStyle,
    });
    const endedAt = this.wait(this.random.int(5, 90) * 1_000);
    const status = wish.outcome ?? (this.random.chance(0.08) ? 'failed' : 'succeeded');
    if (status === 'failed') this.#fail(generationId, wish.failure);
    else this.#succeed(generationId, requestedStyle, wish.succeeded);
    const generation = { generationId, chargedAt, endedAt, status };
    this.generations.push(generation);
    return generation;
  }

  /** Is stopped by moderation before any charge. */
  getBlocked(): DemoGeneration {
    const { customerId, walletId } = this.person;
    const generationId = `${customerId}-g${this.generations.length + 1}`;
    const { feature } = this.random.weigh(this.profile.features);
    this.report('redress.generation.blocked', { generationId, customerId, walletId, feature });
    const generation = { generationId, chargedAt: this.now, endedAt: this.now, status: 'blocked' } as const;
    this.generations.push(generation);
    return generation;
  }

  /** Claims. Who writes by e-mail is known by the address. */
  claim(wish: ClaimWish): void {
    const key = `${this.person.customerId}-k${this.claims.length + 1}`;
    const channel = wish.channel ?? this.random.pick(['email', 'email', 'web_support', 'in_app', 'api'] as const);
    const order = this.orders.find(({ orderId }) => orderId === wish.subject.id) ?? this.orders.at(-1);
    const words = {
      reason: wish.reason,
      happenedAt: wish.happenedAt ?? order?.paidAt ?? this.now,
      ...(order === undefined
        ? {}
        : { orderId: order.orderId, amountText: formatMoney(order.amountMinor, order.currency) }),
      ...(wish.subject.type === 'generation' ? { generationId: wish.subject.id } : {}),
    };
    const required = this.profile.fields;
    const result = [{ kind: 'output_reference' as const, ref: `https://example.test/demo/${wish.subject.id}.png` }];
    const sender = wish.sender ?? (channel === 'email' ? { email: this.person.email } : undefined);
    this.claims.push({
      key,
      sentAt: this.now,
      body: {
        program: this.profile.program,
        customerId: this.person.customerId,
        subject: wish.subject,
        reason: wish.reason,
        ...(wish.issue === undefined ? {} : { issue: wish.issue }),
        remedy: wish.remedy,
        channel,
        sentAt: iso(this.now),
        ...(sender === undefined ? {} : { sender }),
        fields: writeFields(wish.fields ?? required, this.person, words),
        ...(wish.showsResult === true ? { evidence: result } : {}),
        locale: this.person.locale,
      },
      ...(wish.completes === true
        ? {
            information: {
              key: `${key}-more`,
              body: { fields: writeFields(required, this.person, words), evidence: result },
            },
          }
        : {}),
    });
  }

  #fail(generationId: string, wanted: GenerationWish['failure']): void {
    const kind = this.random.weigh(this.profile.failures);
    const confirmedBy = this.random.pick([['app'], ['app', 'provider'], ['provider'], ['app'], []] as const);
    this.report('redress.generation.failed', {
      generationId,
      failure: {
        class: kind.class,
        source: kind.source,
        confirmedBy: [...confirmedBy],
        reason: 'demonstration failure',
        ...wanted,
      },
    });
  }

  #succeed(generationId: string, requestedStyle: string, wanted: GenerationWish['succeeded']): void {
    this.report('redress.generation.succeeded', {
      generationId,
      deliverables: ['result-1'],
      deliveredStyle: this.random.chance(0.9) ? requestedStyle : this.random.pick(this.profile.styles),
      guidelineViolation: this.random.chance(0.02),
      ...(this.profile.program === 'photoroom' ? { unusableScore: this.random.int(0, 100) } : {}),
      ...wanted,
    });
    if (!this.random.chance(0.5)) return;
    const how = this.random.pick(['saved', 'downloaded', 'exported'] as const);
    this.report('redress.generation.delivered', { generationId, how }, this.wait(this.random.int(5, 300) * 1_000));
  }
}

/** The price in the customer's own currency, or in dollars where the program does not take that. */
function priceOf(pack: Pack, currency: string): { amountMinor: number; currency: string } {
  const own = pack.priceMinor[currency];
  if (own !== undefined) return { amountMinor: own, currency };
  const dollars = pack.priceMinor['USD'];
  if (dollars === undefined) throw new RangeError(`${pack.sku} has no price in dollars.`);
  return { amountMinor: dollars, currency: 'USD' };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
