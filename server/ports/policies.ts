import type { Activation, PolicyVersion } from '../core/policies/policy-version.ts';
import type { AuditEvent } from '../core/audit/audit-event.ts';

/** Immutable policy versions and their activations. No update exists. */
export interface Policies {
  /** All activations of these policies; read afresh for every batch. */
  loadActivations(policies: readonly string[]): Promise<Activation[]>;
  findVersion(policy: string, number: number): Promise<PolicyVersion | null>;
  /** Ids of the policies that have a version. */
  listPolicies(): Promise<string[]>;
  listVersions(policy: string): Promise<PolicyVersion[]>;
  /** Appends version, activation and audit event in one transaction. Answers false where the number is taken. */
  appendVersion(version: PolicyVersion, activation: Activation, audit: AuditEvent): Promise<boolean>;
}
