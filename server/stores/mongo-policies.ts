import type { Activation, PolicyVersion } from '../core/policies/policy-version.ts';
import type { Policies } from '../ports/policies.ts';
import { AppError } from '../contract/error-registry.ts';
import type { Database } from './database.ts';
import { openSealed, sealActivation, sealAuditEvent, sealVersion, versionId } from './rows/sealed-row.ts';
import { journalOf } from './units/plan-unit.ts';
import { insertStep } from './units/write-step.ts';
import { writeSteps } from './units/write-steps.ts';

const BODY = { body: 1 };

/** Policy versions and activations in MongoDB: found and inserted, nothing else. */
export function createPolicies(database: Database): Policies {
  const versions = database.collection('policyVersions');
  const activations = database.collection('activations');
  return {
    async loadActivations(policies) {
      const rows = await activations.find({ program: { $in: policies } }, { projection: BODY }).toArray();
      return rows.map((row) => openSealed<Activation>(row));
    },
    async findVersion(policy, number) {
      const row = await versions.findOne({ _id: versionId(policy, number) }, { projection: BODY });
      return row === null ? null : openSealed<PolicyVersion>(row);
    },
    async listPolicies() {
      return (await versions.distinct('program')).toSorted();
    },
    async listVersions(policy) {
      const rows = await versions.find({ program: policy }, { projection: BODY }).sort({ number: 1 }).toArray();
      return rows.map((row) => openSealed<PolicyVersion>(row));
    },
    async appendVersion(version, activation, audit) {
      const sealed = [
        sealVersion(version, activation.recordedAt),
        sealActivation(activation),
        sealAuditEvent(audit),
      ] as const;
      const journal = journalOf(audit.at, sealed);
      const outcome = await writeSteps(database, journal?._id ?? null, [
        insertStep(database, 'policyVersions', [sealed[0]]),
        insertStep(database, 'activations', [sealed[1]]),
        insertStep(database, 'auditEvents', [sealed[2]]),
        insertStep(database, 'journals', journal === null ? [] : [journal]),
      ]);
      if (outcome === 'conflict')
        throw new AppError('CONFLICT', 'Others publish at the same time. Try again.', { retryAfterSeconds: 1 });
      return outcome === 'committed';
    },
  };
}
