import type { Logger } from 'pino';
import { presentCase } from '../contract/http/case-view.ts';
import { presentDecision } from '../contract/http/decision-view.ts';
import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import type { Ids, Log } from '../ports/platform.ts';
import { createCalendarLibrary } from '../providers/calendars/calendar-library.ts';
import { isZoneName } from '../providers/calendars/generate-zone-calendar.ts';
import { createLog, createPino } from '../providers/log.ts';
import { createPseudonyms } from '../providers/pseudonyms.ts';
import { createSandboxProvider, SANDBOX, type SandboxProvider } from '../providers/sandbox/sandbox-provider.ts';
import type { SystemClock } from '../providers/system-clock.ts';
import { createTelemetry, type RunningTelemetry } from '../providers/telemetry.ts';
import { createWorkQueue, type RunningWorkQueue } from '../queue/create-work-queue.ts';
import type { Stores } from '../stores/create-stores.ts';
import type { AdjudicationDeps } from '../usecases/adjudication/adjudication-deps.ts';
import { Adjudicator } from '../usecases/adjudication/adjudicator.ts';
import type { EvaluateDeps } from '../usecases/cases/evaluate-claim.ts';
import type { FileClaimsDeps } from '../usecases/cases/file-claims.ts';
import type { ReplayDeps } from '../usecases/cases/replay-decision.ts';
import type { SupplyInformationDeps } from '../usecases/cases/supply-information.ts';
import type { EraseDeps } from '../usecases/customers/erase-customer.ts';
import { wakeWaiting, type IngestDeps } from '../usecases/events/ingest-events.ts';
import type { AnswerOnceDeps } from '../usecases/idempotency/answer-once.ts';
import type { ReplayDeadLetterDeps } from '../usecases/outbox/replay-dead-letter.ts';
import type { RelayDeps } from '../usecases/outbox/relay-outbox.ts';
import type { ApplyOutcomesDeps } from '../usecases/outcomes/apply-outcomes.ts';
import type { PayoutDeps } from '../usecases/payouts/payout-deps.ts';
import type { DraftDeps } from '../usecases/drafts/draft-deps.ts';
import { listWaitingVersions } from '../usecases/drafts/list-waiting-versions.ts';
import { PolicyCatalogue } from '../usecases/policies/policy-catalogue.ts';
import type { KeyDeps } from '../usecases/keys/create-api-key.ts';
import type { PeopleDeps } from '../usecases/people/people-deps.ts';
import type { WaitingSource } from '../usecases/screens/list-waiting.ts';
import { composeDrafts } from './compose-drafts.ts';
import { composePeople } from './compose-people.ts';
import type { PeopleConfig } from './compose-people.ts';
import type { Config } from './config.ts';
import { openStores } from './open-stores.ts';

/** Items of one batch at most: with about eleven documents an item, a full batch stays within one transaction. */
const BATCH_SIZE = 80;

/** The service of one process: everything that its use cases need, from one place. */
export interface Service {
  readonly stores: Stores;
  readonly queue: RunningWorkQueue;
  readonly clock: SystemClock;
  readonly ids: Ids;
  readonly telemetry: RunningTelemetry;
  readonly logger: Logger;
  readonly log: Log;
  readonly sandbox: SandboxProvider;
  readonly catalogue: PolicyCatalogue;
  readonly ingest: IngestDeps;
  readonly claims: FileClaimsDeps & SupplyInformationDeps;
  readonly evaluate: EvaluateDeps;
  readonly replay: ReplayDeps;
  readonly erase: EraseDeps;
  readonly operations: ReplayDeadLetterDeps;
  readonly idempotency: Omit<AnswerOnceDeps, 'describeEffect'>;
  readonly outcomes: ApplyOutcomesDeps;
  readonly payouts: PayoutDeps;
  readonly relay: RelayDeps;
  readonly people: PeopleDeps;
  readonly keys: KeyDeps;
  readonly drafts: DraftDeps;
  /** What else waits for people, beside what the screens count themselves. */
  readonly waitingSources: readonly WaitingSource[];
  /** Where the embedded default keeps its credentials; absent where there may be none. */
  readonly dataDir?: string;
  close(): Promise<void>;
}

/** What of the configuration the service itself needs. `queuePrefix` keeps installations on one Redis apart. */
export type ServiceConfig = Pick<Config, 'mongodbUri' | 'redisUrl' | 'secret' | 'logLevel' | 'lanes'> & {
  readonly queuePrefix?: string;
  readonly dataDir?: string;
} & PeopleConfig;

/** Connects the stores and puts the use cases' needs together. `part` names the process in its log. Throws STORE_UNAVAILABLE. */
export async function compose(config: ServiceConfig, part: 'api' | 'worker'): Promise<Service> {
  const platform = await openPlatform(config, part);
  const { stores, clock, ids, log, queue, telemetry } = platform;
  const catalogue = new PolicyCatalogue(stores.policies, FACT_DICTIONARY, clock);
  const calendars = createCalendarLibrary(stores.calendars);
  const sandbox = createSandboxProvider({ book: stores.sandbox, clock });
  const common = { files: stores.files, unitOfWork: stores.units, queue, clock, ids, log };
  const adjudication: AdjudicationDeps = {
    ...common,
    reads: stores.reads,
    pending: stores.pending,
    personal: stores.personal,
    incidents: stores.incidents,
    catalogue,
    calendars,
    telemetry,
    presentResponse: (kase, decision) =>
      JSON.stringify({ case: presentCase(kase), decision: presentDecision(decision) }),
  };
  const adjudicator = new Adjudicator(adjudication, { lanes: config.lanes, batchSize: BATCH_SIZE });
  const pseudonyms = createPseudonyms(config.secret);
  const ingest: IngestDeps = {
    adjudicator,
    files: stores.files,
    pending: stores.pending,
    personal: stores.personal,
    incidents: stores.incidents,
    reads: stores.reads,
    catalogue,
    pseudonyms,
    clock,
    calendars: { isZone: isZoneName },
  };
  const onArrived = (things: readonly string[]): Promise<void> => wakeWaiting(ingest, things);
  const drafts = composeDrafts({ stores, clock, ids, log }, { catalogue, calendars });
  const replay: ReplayDeps = { catalogue, calendars, reads: stores.reads };
  return {
    ...platform,
    sandbox,
    catalogue,
    ingest,
    replay,
    claims: { adjudicator, catalogue, pseudonyms, clock, reads: stores.reads },
    evaluate: { catalogue, calendars, reads: stores.reads, ids },
    erase: { ...common, personal: stores.personal, catalogue },
    operations: { ...common, outbox: stores.outbox },
    idempotency: { ...common, reads: stores.reads },
    outcomes: { ...common, outbox: stores.outbox, onArrived },
    payouts: {
      ...common,
      payouts: stores.payouts,
      outbox: stores.outbox,
      onArrived,
      providers: new Map<string, PaymentProvider>([[SANDBOX, sandbox]]),
    },
    relay: { ...common, outbox: stores.outbox, payouts: stores.payouts },
    ...composePeople({ stores, clock, ids }, config),
    drafts,
    waitingSources: [(actor) => listWaitingVersions(drafts, actor)],
    ...(config.dataDir === undefined ? {} : { dataDir: config.dataDir }),
    close: async () => {
      clock.close();
      await queue.close();
      await stores.close();
    },
  };
}

type Platform = Pick<Service, 'stores' | 'clock' | 'ids' | 'logger' | 'log' | 'queue' | 'telemetry'>;

/** What every process has, whatever it does. */
async function openPlatform(config: ServiceConfig, part: 'api' | 'worker'): Promise<Platform> {
  const { stores, clock, ids } = await openStores(config);
  await clock.start();
  const logger = createPino({ level: config.logLevel, part });
  const queue = createWorkQueue({
    redisUrl: config.redisUrl,
    providers: [SANDBOX],
    ...(config.queuePrefix === undefined ? {} : { prefix: config.queuePrefix }),
  });
  const telemetry = createTelemetry({
    now: clock.now,
    measureOutbox: stores.outbox.measure,
    countPayouts: stores.payouts.countOpen,
    measureQueues: queue.measureDepths,
    readDriftMs: () => clock.driftMs,
  });
  return { stores, clock, ids, logger, log: createLog(logger), queue, telemetry };
}
