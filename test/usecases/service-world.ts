import { decodeEvent } from '../../server/contract/events/domain-event.ts';
import { claimRequestSchema, type ClaimRequest } from '../../server/contract/http/claim-request.ts';
import { sha256Hex } from '../../server/core/audit/canonical-document.ts';
import type { Calendar } from '../fakes/memory-calendars.ts';
import { createMemoryCalendarStore } from '../fakes/memory-calendars.ts';
import { FACT_DICTIONARY } from '../../server/core/facts/dictionary.ts';
import type { PolicyContent, PolicyVersion } from '../../server/core/policies/policy-version.ts';
import { loadPolicyFolder } from '../../server/main/load-policy-folder.ts';
import type { CommitOutcome, Unit } from '../../server/ports/unit-of-work.ts';
import { createCalendarLibrary } from '../../server/providers/calendars/calendar-library.ts';
import { isZoneName } from '../../server/providers/calendars/generate-zone-calendar.ts';
import { digestContent } from '../../server/core/policies/submission-digest.ts';
import { createPseudonyms } from '../../server/providers/pseudonyms.ts';
import type { AdjudicationDeps } from '../../server/usecases/adjudication/adjudication-deps.ts';
import { Adjudicator } from '../../server/usecases/adjudication/adjudicator.ts';
import type { ClaimResult } from '../../server/usecases/adjudication/work-item.ts';
import { fileClaims } from '../../server/usecases/cases/file-claims.ts';
import {
  ingestEvents,
  wakeWaiting,
  type IngestDeps,
  type IngestReply,
} from '../../server/usecases/events/ingest-events.ts';
import { applyOutcomes, type ApplyOutcomesDeps } from '../../server/usecases/outcomes/apply-outcomes.ts';
import { PolicyCatalogue } from '../../server/usecases/policies/policy-catalogue.ts';
import { publishFirstVersion } from '../../server/usecases/policies/publish-first-version.ts';
import { NOON } from '../builders/working-file.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import { folderOf } from '../golden/bench.ts';

export const DAY = 86_400_000;

/** Says how a commit ends instead of the store; undefined lets the store say. */
export type CommitHook = (unit: Unit, number: number) => CommitOutcome | undefined;

const calendarsOfAll = new Map<string, Calendar>();
let counter = 0;

/** The use cases over stores in memory, time and commits in the test's hand. Begins on 2026-06-15 at noon UTC. */
export class ServiceWorld {
  now = NOON;
  readonly stores = createMemoryStores(() => this.now);
  readonly log = new RecordedLog();
  readonly claims: { program: string; disposition: string }[] = [];
  readonly published: { topic: string; ids: readonly string[] }[] = [];
  /** Every unit that was put to the store, and how it ended. */
  readonly commits: { readonly unit: Unit; readonly outcome: CommitOutcome }[] = [];
  onCommit: CommitHook = () => undefined;
  isQueueAway = false;
  readonly deps: AdjudicationDeps;
  readonly ingest: IngestDeps;
  readonly outcomes: ApplyOutcomesDeps;
  #ids = 0;

  constructor() {
    const { stores, log } = this;
    const clock = { now: () => this.now };
    const ids = { next: () => `id-${String((this.#ids += 1)).padStart(6, '0')}` };
    const catalogue = new PolicyCatalogue(stores.policies, FACT_DICTIONARY, clock);
    const calendars = createCalendarLibrary(createMemoryCalendarStore(calendarsOfAll));
    const queue = {
      publish: async (topic: string, messages: readonly string[]) => {
        if (this.isQueueAway) throw new Error('away');
        this.published.push({ topic, ids: messages });
      },
    };
    const unitOfWork = {
      commit: async (unit: Unit) => {
        const outcome = this.onCommit(unit, this.commits.length) ?? (await stores.units.commit(unit));
        this.commits.push({ unit: structuredClone(unit), outcome });
        return outcome;
      },
    };
    this.deps = {
      files: stores.files,
      unitOfWork,
      reads: stores.reads,
      pending: stores.pending,
      personal: stores.personal,
      incidents: stores.incidents,
      catalogue,
      calendars,
      queue,
      clock,
      ids,
      log,
      telemetry: {
        countClaims: (program, disposition) => {
          this.claims.push({ program, disposition });
        },
        observeDecision: () => undefined,
      },
      presentResponse: (kase, decision) => JSON.stringify({ caseId: kase.id, decisionId: decision.id }),
    };
    this.ingest = {
      ...stores,
      catalogue,
      clock,
      calendars: { isZone: isZoneName },
      adjudicator: this.open(),
      pseudonyms: createPseudonyms('a secret for tests that is long enough'),
    };
    const common = { ...this.deps, reads: stores.reads };
    this.outcomes = { ...common, outbox: stores.outbox, onArrived: (things) => wakeWaiting(this.ingest, things) };
  }

  /** A world in which these programs and the floor are published, each from its own date. */
  static async of(...programs: string[]): Promise<ServiceWorld> {
    const world = new ServiceWorld();
    for (const program of ['statutory-floor', ...programs]) {
      const { content, effectiveFrom } = await loadPolicyFolder(folderOf(program));
      await world.publish(content, Date.parse(effectiveFrom));
    }
    return world;
  }

  publishFirst(content: PolicyContent, effectiveFrom: number): Promise<PolicyVersion> {
    return publishFirstVersion(
      { policies: this.stores.policies, dictionary: FACT_DICTIONARY, clock: this.deps.clock, ids: this.deps.ids },
      { content, effectiveFrom, actor: 'test', reason: 'test' },
    );
  }

  /** Publishes a version; a later one as its approval would. */
  async publish(content: PolicyContent, effectiveFrom: number): Promise<PolicyVersion> {
    const { policy } = content;
    const { length } = await this.stores.policies.listVersions(policy);
    if (length === 0) return this.publishFirst(content, effectiveFrom);
    const version = { policy, number: length + 1, digest: digestContent(content), content };
    const [at, id] = [this.now, this.deps.ids.next()];
    const activation = { id, policy, number: version.number, effectiveFrom, recordedAt: at };
    const audit = { id, action: 'test', actor: 'test', at, subject: { type: 'policy_version', id: policy } };
    await this.stores.policies.appendVersion(version, activation, audit);
    return version;
  }

  /** Another process over the same stores. */
  open(lanes = 1, batchSize = 80): Adjudicator {
    return new Adjudicator(this.deps, { lanes, batchSize });
  }

  send(...raws: Record<string, unknown>[]): Promise<IngestReply> {
    return ingestEvents(
      this.ingest,
      raws.map((raw, index) => {
        const decoded = decodeEvent(raw);
        if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
        return { index, event: decoded.event, raw };
      }),
    );
  }

  /** Files claims side by side, each under a key of its own unless `key` is given. */
  file(
    requests: readonly ClaimRequest[],
    key?: string,
    adjudicator: Adjudicator | IngestDeps['adjudicator'] = this.ingest.adjudicator,
  ): Promise<ClaimResult[]> {
    return fileClaims(
      { ...this.ingest, adjudicator: adjudicator as Adjudicator },
      requests.map((request) => ({
        request,
        idempotencyKey: key ?? `k${(counter += 1)}`,
        bodyDigest: sha256Hex(JSON.stringify(request)),
        actor: 'key/test',
      })),
    );
  }

  /** Files one claim; throws what it is refused with. */
  async fileOne(request: ClaimRequest, key?: string): Promise<Extract<ClaimResult, { status: 'decided' }>> {
    const [result] = await this.file([request], key);
    if (result?.status !== 'decided')
      throw result?.status === 'refused' ? result.error : new Error(`not decided: ${result?.status}`);
    return result;
  }

  /** Posts everything that the outbox holds about decisions. */
  async post(): Promise<void> {
    const open = [...this.stores.tables.outbox.values()].filter(
      (row) => row.state === 'open' && row.message.topic === 'outcome',
    );
    await applyOutcomes(
      this.outcomes,
      open.map((row) => row.message.id),
    );
  }

  async balanceOf(program: string, walletId: string): Promise<number> {
    const found = await this.stores.reads.findWallet(program, walletId);
    return (found?.lots ?? []).reduce((sum, lot) => sum + lot.remaining - lot.held - lot.forfeiting, 0);
  }
}

/** A CloudEvent of `anumi` that happened `ago` ms before noon. */
export function rawEvent(type: string, data: object, ago = DAY, id = `e${(counter += 1)}`): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: '/tests',
    type: `redress.${type}`,
    time: new Date(NOON - ago).toISOString(),
    data: { program: 'anumi', ...data },
  };
}

/** An order of 100 credits for 9.99 EUR, paid three days before noon into the wallet `w-<customer>`. */
export function rawOrder(
  customerId: string,
  orderId: string,
  change: object = {},
  ago = 3 * DAY,
): Record<string, unknown> {
  return rawEvent(
    'order.paid',
    {
      orderId,
      customerId,
      walletId: `w-${customerId}`,
      sku: 'pack',
      credits: 100,
      amountMinor: 999,
      currency: 'EUR',
      provider: 'sandbox',
      paymentRef: 'sbx_ok',
      ...change,
    },
    ago,
  );
}

/** A charge of 5 credits from the wallet `w-<customer>`. */
export function rawCharge(
  customerId: string,
  generationId: string,
  change: object = {},
  ago = 2 * DAY,
): Record<string, unknown> {
  return rawEvent(
    'generation.charged',
    {
      generationId,
      customerId,
      walletId: `w-${customerId}`,
      actorId: customerId,
      feature: 'avatar',
      platform: 'web',
      credits: 5,
      ...change,
    },
    ago,
  );
}

/** A failure that the app confirmed. */
export function rawFailure(generationId: string, change: object = {}, ago = DAY): Record<string, unknown> {
  return rawEvent(
    'generation.failed',
    { generationId, failure: { class: 'internal', source: 'app', confirmedBy: ['app'] }, ...change },
    ago,
  );
}

/** A claim of `customerId` on `orderId` for cash, with all that anumi asks for. */
export function claimOf(customerId: string, orderId: string, change: Record<string, unknown> = {}): ClaimRequest {
  return claimRequestSchema.parse({
    program: 'anumi',
    customerId,
    subject: { type: 'order', id: orderId },
    reason: 'unused_credits',
    remedy: 'cash',
    channel: 'web_support',
    fields: { orderId: 'receipt', description: 'please help' },
    ...change,
  });
}

/** A courtesy claim on a generation. */
export function courtesyOf(
  customerId: string,
  generationId: string,
  change: Record<string, unknown> = {},
): ClaimRequest {
  return claimOf(customerId, '', {
    subject: { type: 'generation', id: generationId },
    reason: 'poor_quality',
    issue: 'broken_anatomy',
    remedy: 'credits',
    evidence: [{ kind: 'output_reference', ref: 'img' }],
    ...change,
  });
}
