import { AppError } from '../../contract/error-registry.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { PolicyContent, PolicyVersion } from '../../core/policies/policy-version.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { lintRuleset } from '../../engine/lint/lint-ruleset.ts';
import type { Clock, Ids } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';

/** How long before its instant an activation must be committed, so that every process has read it by then. */
export const ACTIVATION_LEAD_MS = 5_000;

export interface PublishDeps {
  readonly policies: Policies;
  readonly dictionary: FactDictionary;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A version to publish. `effectiveFrom` is epoch ms; a policy's first version may lie in the past, since the published text it carries out does. */
export interface VersionToPublish {
  readonly content: PolicyContent;
  readonly effectiveFrom: number;
  readonly actor: string;
  readonly reason: string;
}

/**
 * Publishes a policy version: the one way by which any version comes to govern, the five programs at first start included.
 * Throws POLICY_INVALID where the lint finds something or the instant is too near, CONFLICT where another version took the number.
 */
export async function publishPolicyVersion(deps: PublishDeps, publication: VersionToPublish): Promise<PolicyVersion> {
  const { content, effectiveFrom } = publication;
  const issues = lintRuleset(content, deps.dictionary);
  if (issues.length > 0) {
    throw new AppError('POLICY_INVALID', `The policy ${content.policy} does not pass the checks.`, {
      errors: issues.map(({ code, path, message }) => ({ pointer: path, code, message })),
    });
  }
  const latest = (await deps.policies.listVersions(content.policy)).reduce(
    (most, version) => Math.max(most, version.number),
    0,
  );
  const now = deps.clock.now();
  if (latest > 0 && effectiveFrom < now + ACTIVATION_LEAD_MS) {
    throw new AppError(
      'POLICY_INVALID',
      `A version must take effect at least ${ACTIVATION_LEAD_MS / 1_000} seconds from now.`,
      { errors: [{ pointer: '/effectiveFrom', code: 'too_soon', message: 'is too near or in the past' }] },
    );
  }
  const version: PolicyVersion = {
    policy: content.policy,
    number: latest + 1,
    digest: digestOf('policy_content', canonicalise(content)),
    content,
  };
  const appended = await deps.policies.appendVersion(
    version,
    { id: deps.ids.next(), policy: content.policy, number: version.number, effectiveFrom, recordedAt: now },
    {
      id: deps.ids.next(),
      action: 'policy_version.published',
      actor: publication.actor,
      at: now,
      subject: { type: 'policy_version', id: `${content.policy}#${version.number}` },
      reason: publication.reason,
      detail: { digest: version.digest, effectiveFrom },
    },
  );
  if (!appended)
    throw new AppError(
      'CONFLICT',
      `Version ${version.number} of ${content.policy} was published meanwhile. Look at it, then publish again.`,
    );
  return version;
}
