import type { Generation, ResultField } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { NOTHING_MOVED, rejectEvent, type EventOutcome } from './event-outcome.ts';

type ResultEvent =
  | CoreEventOf<'generation.succeeded'>
  | CoreEventOf<'generation.failed'>
  | CoreEventOf<'generation.delivered'>;

/**
 * Records success, at its first instant whatever came before. Among results the status follows event time, a failure standing
 * against a success of the same instant; after a remedy nothing moves and a person is told. What it says of the result is taken over
 * from the newest that said it.
 */
export function applyGenerationSucceeded(file: WorkingFile, event: CoreEventOf<'generation.succeeded'>): EventOutcome {
  const found = findSubject(file, event);
  if ('status' in found) return found;
  const { generation } = found;
  const { data } = event;
  for (const field of RESULT_FIELDS) takeResult(generation, field, data[field], event.time);
  generation.succeededAt = Math.min(generation.succeededAt ?? event.time, event.time);
  if (isOutdone(generation, event)) return NOTHING_MOVED;
  if (event.time === generation.statusAt && generation.status === 'failed') return NOTHING_MOVED;
  if (generation.status === 'failed' && generation.remedyDecisionId !== undefined) return contradict(generation, event);
  if (generation.status !== 'succeeded') moveDelivered(file, generation, 1);
  generation.status = 'succeeded';
  generation.statusAt = event.time;
  return NOTHING_MOVED;
}

/** Records failure, at its first instant and of the kind that the newest report names; each adds who confirmed it, whatever its clock says. An automatic claim is owed once. */
export function applyGenerationFailed(file: WorkingFile, event: CoreEventOf<'generation.failed'>): EventOutcome {
  const found = findSubject(file, event);
  if ('status' in found) return found;
  const { generation } = found;
  if (isOutdone(generation, event)) {
    generation.failure = mergeFailure(generation, event);
    return NOTHING_MOVED;
  }
  if (generation.status === 'succeeded' && generation.remedyDecisionId !== undefined)
    return contradict(generation, event);
  if (generation.status === 'succeeded') moveDelivered(file, generation, -1);
  generation.failure = mergeFailure(generation, event);
  generation.status = 'failed';
  generation.statusAt = event.time;
  return generation.automaticCaseId === undefined
    ? { ...NOTHING_MOVED, failedGenerationId: generation.generationId }
    : NOTHING_MOVED;
}

/** Records a delivery: the first of each way, since nobody asks for more and a popular result is delivered thousands of times. */
export function applyGenerationDelivered(file: WorkingFile, event: CoreEventOf<'generation.delivered'>): EventOutcome {
  const found = findSubject(file, event);
  if ('status' in found) return found;
  const { generation } = found;
  const known = generation.deliveries.find((delivery) => delivery.how === event.data.how);
  if (known === undefined) generation.deliveries.push({ how: event.data.how, at: event.time });
  else known.at = Math.min(known.at, event.time);
  return generation.status === 'failed' && generation.remedyDecisionId !== undefined
    ? contradict(generation, event)
    : NOTHING_MOVED;
}

function findSubject(file: WorkingFile, event: ResultEvent): { generation: Generation } | EventOutcome {
  const id = event.data.generationId;
  const known = file.findGeneration(id);
  if (known === undefined)
    return {
      status: 'waiting',
      waitsFor: [nameThing('generation', event.program, id)],
      message: `Generation ${id} has not been charged yet.`,
    };
  if (known.status === 'blocked') return rejectEvent('NOT_ALLOWED', `Generation ${id} was blocked before it ran.`);
  return { generation: file.editGeneration(id) };
}

/** Whether a newer result stands. A charge is none: it and its result may be told by hosts whose clocks differ. */
function isOutdone(generation: Readonly<Generation>, event: ResultEvent): boolean {
  return generation.status !== 'charged' && event.time < generation.statusAt;
}

const RESULT_FIELDS = [
  'deliverables',
  'deliveredStyle',
  'unusableScore',
  'guidelineViolation',
] as const satisfies readonly ResultField[];

function takeResult<Field extends ResultField>(
  generation: Pick<Generation, Field | 'resultSaidAt'>,
  field: Field,
  value: Generation[Field] | undefined,
  at: number,
): void {
  if (value === undefined) return;
  const known = generation.resultSaidAt?.[field] ?? Number.NEGATIVE_INFINITY;
  if (at < known || (at === known && JSON.stringify(value) < JSON.stringify(generation[field]))) return;
  generation[field] = value;
  generation.resultSaidAt = { ...generation.resultSaidAt, [field]: at };
}

/** What is known of a failure once one more report of it has come; of two of one instant it is the same whichever comes first. */
function mergeFailure(
  { failure: known, status, statusAt }: Readonly<Generation>,
  { time, data }: CoreEventOf<'generation.failed'>,
): NonNullable<Generation['failure']> {
  const { failure: told } = data;
  const confirmedBy = [...new Set([...(known?.confirmedBy ?? []), ...told.confirmedBy])].sort();
  const at = Math.min(known?.at ?? time, time);
  const knownAt = known?.saidAt ?? (status === 'failed' ? statusAt : (known?.at ?? Number.NEGATIVE_INFINITY));
  const isNewer = time === knownAt ? nameFailure(told) >= nameFailure(known) : time > knownAt;
  const newest = known === undefined || isNewer ? told : known;
  return { class: newest.class, source: newest.source, confirmedBy, at, saidAt: Math.max(knownAt, time) };
}

function nameFailure(failure: { readonly class: string; readonly source: string } | undefined): string {
  return failure === undefined ? '' : `${failure.class}/${failure.source}`;
}

function moveDelivered(file: WorkingFile, generation: Generation, sign: 1 | -1): void {
  for (const part of generation.consumption)
    file.editLot(part.lotId).delivered += sign * (part.credits - part.restored);
}

/** A person who has not looked at so many will not look because of one more, and each is carried along with the generation. */
const MOST_CONTRADICTIONS = 20;

function contradict(generation: Generation, event: ResultEvent): EventOutcome {
  if (generation.contradictions.length >= MOST_CONTRADICTIONS) return NOTHING_MOVED;
  generation.contradictions.push(event.eventKey);
  return {
    ...NOTHING_MOVED,
    attention: {
      code: 'CONTRADICTS_REMEDY',
      message: `Generation ${generation.generationId} already has a remedy by decision ${generation.remedyDecisionId ?? ''}; no money moved.`,
    },
  };
}
