import { z } from 'zod';
import { MIN_REASON_LENGTH } from '../../core/policies/draft-steps.ts';
import { goldenCaseSchema } from '../rules/golden-case-schema.ts';
import { parameterNameSchema, policyNameSchema } from '../rules/names.ts';
import { parameterValueSchema } from '../rules/parameter-schema.ts';
import { policyContentSchema } from '../rules/policy-file-schema.ts';
import { caseRecordSchema } from './case-record-schema.ts';
import { evaluationReplySchema } from './replies.ts';
import { flipRowSchema } from './policy-gate-view.ts';
import { resolutionsSchema } from './policy-change-view.ts';
import { idSchema, instantSchema, instantTextSchema, zoneSchema } from './primitives.ts';

const reason = z.string().trim().min(MIN_REASON_LENGTH).max(2000).describe('Why; it is kept.');
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256 in hex')
  .describe('Digest of what was read.');
const revision = z.int().min(0).describe('Revision that the change began from.');
const number = z.int().min(1).describe('Number of a version.');
const cases = z.array(goldenCaseSchema).max(500).describe('Cases that owners wrote.');

/** Body of `POST /api/policy-versions`. */
export const draftRequestSchema = z
  .strictObject({
    policy: policyNameSchema,
    from: z
      .union([number, z.string().regex(/^[a-z][a-z0-9-]{0,62}\.[dv][1-9][0-9]{0,8}$/u, 'must be the id of a version')])
      .describe('Number of a version, or its id: what was rejected or discarded has no number.'),
  })
  .meta({ id: 'DraftRequest', description: 'A draft to start from a version.' });
export type DraftRequest = z.output<typeof draftRequestSchema>;

/** Body of `PUT /api/policy-versions/:id`. */
export const draftSaveSchema = z
  .strictObject({ revision, content: policyContentSchema, cases: cases.exactOptional() })
  .meta({ id: 'DraftSave', description: 'What a draft says from now on.' });
export type DraftSave = z.output<typeof draftSaveSchema>;

/** Body of `POST …/acknowledge`. */
export const acknowledgeRequestSchema = z
  .strictObject({ flipIds: z.array(z.string().min(1).max(100)).min(1).max(1000).describe('Ids of the flips.') })
  .meta({ id: 'AcknowledgeRequest', description: 'Flips that were looked at.' });
/** Body of `POST …/accept-case`. */
export const acceptCaseRequestSchema = z
  .strictObject({ caseName: z.string().min(1).max(200).describe('Name of the case.'), reason })
  .meta({ id: 'AcceptCaseRequest', description: 'A case whose new outcome is accepted.' });
/** Body of `POST …/submit`. */
export const submitRequestSchema = z
  .strictObject({
    effectiveAt: instantSchema.nullable().describe('When it takes effect; null: on approval.'),
    zone: zoneSchema.exactOptional().describe('Zone in which the instant was chosen. Default that of the policy.'),
    reason,
  })
  .meta({ id: 'SubmitRequest', description: 'A draft to hand in for approval.' });
export type SubmitRequest = z.output<typeof submitRequestSchema>;
/** Body of `POST …/withdraw` and `…/discard`. */
export const closeRequestSchema = z
  .strictObject({
    reason: z.string().trim().min(1).max(2000).exactOptional().describe('Why; needed to withdraw what was approved.'),
  })
  .meta({ id: 'CloseRequest', description: 'A reason.' });
/** Body of `POST …/approve`. */
export const approveRequestSchema = z
  .strictObject({ digest, note: z.string().trim().min(1).max(2000).exactOptional().describe('A note, kept.') })
  .meta({ id: 'ApproveRequest', description: 'An approval of exactly what the digest names.' });
/** Body of `POST …/reject`. */
export const rejectRequestSchema = z
  .strictObject({ digest, reason })
  .meta({ id: 'RejectRequest', description: 'A refusal of exactly what the digest names.' });
/** Body of `POST …/rebase`. */
export const rebaseRequestSchema = z
  .strictObject({ revision: revision.exactOptional(), resolutions: resolutionsSchema.exactOptional() })
  .meta({
    id: 'RebaseRequest',
    description: 'How clashes with what is live are resolved; mine is the draft, theirs is live.',
  });
/** Body of `POST /api/policies/:id/rollback` and of the first half of an emergency. */
export const rollbackRequestSchema = z
  .strictObject({ toNumber: number, reason })
  .meta({ id: 'RollbackRequest', description: 'A version to go back to.' });
export type RollbackRequest = z.output<typeof rollbackRequestSchema>;
/** Body of the second half of an emergency. */
export const reasonRequestSchema = z.strictObject({ reason }).meta({ id: 'ReasonRequest', description: 'A reason.' });
/** Body of `POST /api/policies/:id/import`. */
export const importRequestSchema = z
  .strictObject({ files: z.record(z.string().max(200), z.string().max(1_000_000)).describe('Path to text.') })
  .meta({ id: 'ImportRequest', description: 'A policy as files.' });

/** Body of `POST …/preview`: values that are not saved yet. */
export const previewRequestSchema = z
  .strictObject({
    parameters: z.record(parameterNameSchema, parameterValueSchema).describe('Name to value; null unsets.'),
    example: z
      .strictObject({
        from: instantSchema.describe('When the window opens.'),
        zone: zoneSchema.exactOptional(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/u)
          .exactOptional()
          .describe('Country whose holidays count. Default that of the policy.'),
      })
      .exactOptional()
      .describe('For whom windows are shown. Default: from now, in the zone of the policy.'),
  })
  .meta({ id: 'PreviewRequest', description: 'Values that are not saved yet.' });
export type PreviewRequest = z.output<typeof previewRequestSchema>;

/** What moves the end of a window that the count of days alone would not. */
const windowShift = z
  .object({
    from: instantTextSchema
      .nullable()
      .describe('End before it was moved past weekends and holidays; null: it was not.'),
    clockMinutes: z
      .int()
      .describe(
        'Minutes by which the clock on the wall shows later than at the start, since clocks change in between.',
      ),
  })
  .describe('A shift of a window.');

/** Reply to a preview. */
export const previewReplySchema = z
  .object({
    flips: z.array(flipRowSchema).describe('Flips first, then places where nothing changes.'),
    total: z.int().describe('Rows that flip.'),
    rules: z.record(z.string(), z.array(z.string())).describe('Parameter to the rules that rest on it.'),
    windows: z
      .record(
        z.string(),
        z.object({
          live: instantTextSchema.nullable().describe('By what is live; null where it has none.'),
          draft: instantTextSchema.nullable().describe('By the unsaved value; null where it has none.'),
          liveShift: windowShift.nullable().describe('What moved the live end; null: nothing.'),
          draftShift: windowShift.nullable().describe('What moved the end by the unsaved value; null: nothing.'),
        }),
      )
      .describe('Window to its last admissible instants for the example.'),
    issues: z
      .array(
        z.object({
          parameter: z.string().describe('Name of the parameter.'),
          message: z.string().describe('Why it cannot be saved.'),
        }),
      )
      .describe('Values that cannot be saved.'),
  })
  .meta({ id: 'PreviewReply', description: 'What unsaved values would change.' });
export type PreviewReply = z.infer<typeof previewReplySchema>;

const situation = goldenCaseSchema
  .omit({ expect: true, name: true })
  .describe('A situation in words, without an outcome.');
const tried = {
  caseId: idSchema.exactOptional().describe('A real case; its latest record is decided.'),
  caseName: z.string().min(1).max(200).exactOptional().describe('A golden or owner-written case.'),
  record: caseRecordSchema.exactOptional().describe('A case record.'),
  situation: situation.exactOptional(),
};
const given = (body: Readonly<Partial<Record<keyof typeof tried, unknown>>>): boolean =>
  [body.caseId, body.caseName, body.record, body.situation].filter((one) => one !== undefined).length === 1;
const ONE = {
  message: 'needs exactly one of caseId, caseName, record and situation',
  path: ['caseId'],
  params: { code: 'exactly_one' },
};

/** Body of `POST …/try`: exactly one thing to decide. */
export const tryRequestSchema = z
  .strictObject({
    ...tried,
    at: instantSchema.exactOptional().describe('Instant at which to decide; default: its own.'),
  })
  .refine(given, ONE)
  .meta({ id: 'TryRequest', description: 'Something to decide by the draft and by what is live.' });
export type TryRequest = z.output<typeof tryRequestSchema>;
/** Reply to a trial. */
export const tryReplySchema = z
  .object({
    live: evaluationReplySchema
      .nullable()
      .describe(
        'By what is live, and a real case or a record by the version of its purchase too, where the version basis says so; null where nothing is live.',
      ),
    draft: evaluationReplySchema.describe('The same with the draft in the place of what is live; its number is 0.'),
    differs: z.boolean().describe('Whether the outcomes differ.'),
  })
  .meta({ id: 'TryReply', description: 'The same decided by the draft and by what is live.' });
export type TryReply = z.infer<typeof tryReplySchema>;

/** Body of `POST …/case-from`. */
export const caseFromRequestSchema = z
  .strictObject({ ...tried, name: z.string().min(1).max(200).describe('What the case shows.') })
  .refine(given, ONE)
  .meta({ id: 'CaseFromRequest', description: 'Something to keep as a case.' });
export type CaseFromRequest = z.output<typeof caseFromRequestSchema>;
