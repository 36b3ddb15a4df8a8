import type { mongo } from 'mongoose';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import type { AuditSight, AuditTrail } from '../../ports/audit-trail.ts';
import { AppError } from '../../contract/error-registry.ts';
import { writeAudited } from '../audited-write.ts';
import type { Database } from '../database.ts';
import type { AuditRow } from '../rows/sealed-row.ts';
import { openSealed } from '../rows/sealed-row.ts';
import { listRows } from './list-rows.ts';
import type { ListFields } from './list-rows.ts';

/** Ids are made in the order of time, so the order of ids is that of the instants. */
const FIELDS: ListFields = {
  filters: {
    id: '_id',
    program: 'program',
    action: 'action',
    actor: 'actor',
    actorKind: 'actorKind',
    subjectType: 'subjectType',
    subjectId: 'subjectId',
    requestId: 'requestId',
    at: 'at',
  },
  sorts: { at: '_id', id: '_id' },
};

/** The audit in MongoDB: found and appended. */
export function createAuditTrail(database: Database): AuditTrail {
  const events = database.collection('auditEvents');
  return {
    async append(event) {
      const outcome = await writeAudited(database, [], event);
      if (outcome !== 'committed') throw new AppError('CONFLICT', 'The audit event could not be written. Try again.');
    },
    list: ({ filter: { q, ...filter }, ...page }, sight) =>
      listRows(events, {
        page: { ...page, filter },
        fields: FIELDS,
        project: { body: 1 },
        ...baseOf(typeof q === 'string' && q !== '' ? matching(q) : null, sight === undefined ? null : seenBy(sight)),
        present: (row) => openSealed<AuditEvent>(row),
      }),
  };
}

function baseOf(...parts: readonly (mongo.Filter<AuditRow> | null)[]): { readonly base?: mongo.Filter<AuditRow> } {
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? {} : { base: { $and: given } };
}

function seenBy({ programs, subjectTypes }: AuditSight): mongo.Filter<AuditRow> {
  return { $or: [{ program: { $in: [...programs] } }, { subjectType: { $in: [...subjectTypes] } }] };
}

/** Events whose action begins so, or that carry exactly this id somewhere. */
function matching(text: string): mongo.Filter<AuditRow> {
  return {
    $or: [
      { action: { $gte: text, $lt: `${text}\uffff` } },
      { subjectId: text },
      { requestId: text },
      { actor: { $in: [text, `user/${text}`, `key/${text}`, `system/${text}`] } },
      { _id: text },
    ],
  };
}
