import type { Generation } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { NOTHING_MOVED, rejectEvent, type EventOutcome } from './event-outcome.ts';

type ResultEvent =
  | CoreEventOf<'generation.succeeded'>
  | CoreEventOf<'generation.failed'>
  | CoreEventOf<'generation.delivered'>;

/**
 * Records success, at its first instant whatever came before. The status follows event time, a failure standing against a
 * success of the same instant; after a remedy nothing moves and a person is told.
 */
export function applyGenerationSucceeded(file: WorkingFile, event: CoreEventOf<'generation.succeeded'>): EventOutcome {
  const found = findSubject(file, event);
  if ('status' in found) return found;
  const { generation } = found;
  const { data } = event;
  if (data.deliverables !== undefined) generation.deliverables = data.deliverables;
  if (data.deliveredStyle !== undefined) generation.deliveredStyle = data.deliveredStyle;
  if (data.unusableScore !== undefined) generation.unusableScore = data.unusableScore;
  if (data.guidelineViolation !== undefined) generation.guidelineViolation = data.guidelineViolation;
  generation.succeededAt = Math.min(generation.succeededAt ?? event.time, event.time);
  if (event.time < generation.statusAt) return NOTHING_MOVED;
  if (event.time === generation.statusAt && generation.status === 'failed') return NOTHING_MOVED;
  if (generation.status === 'failed' && generation.remedyDecisionId !== undefined) return contradict(generation, event);
  if (generation.status !== 'succeeded') moveDelivered(file, generation, 1);
  generation.status = 'succeeded';
  generation.statusAt = event.time;
  return NOTHING_MOVED;
}

/** Records failure, at its first instant; a further report of it adds who confirmed it, whatever its clock says. An automatic claim is owed once. */
export function applyGenerationFailed(file: WorkingFile, event: CoreEventOf<'generation.failed'>): EventOutcome {
  const found = findSubject(file, event);
  if ('status' in found) return found;
  const { generation } = found;
  const { failure } = event.data;
  const confirmedBy = [...new Set([...(generation.failure?.confirmedBy ?? []), ...failure.confirmedBy])].sort();
  const at = Math.min(generation.failure?.at ?? event.time, event.time);
  if (event.time < generation.statusAt) {
    generation.failure = { class: failure.class, source: failure.source, ...generation.failure, confirmedBy, at };
    return NOTHING_MOVED;
  }
  if (generation.status === 'succeeded' && generation.remedyDecisionId !== undefined)
    return contradict(generation, event);
  if (generation.status === 'succeeded') moveDelivered(file, generation, -1);
  generation.failure = {
    class: failure.class,
    source: failure.source,
    confirmedBy,
    at,
  };
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
