import { AppError } from '../../contract/error-registry.ts';
import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { PolicyContent, PolicyVersion } from '../../core/policies/policy-version.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import { lintRuleset } from '../../engine/lint/lint-ruleset.ts';
import type { Clock, Ids } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';

/** What publishing a first version needs. */
export interface PublishDeps {
  readonly policies: Policies;
  readonly dictionary: FactDictionary;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A first version. `effectiveFrom` is epoch ms and may lie in the past, since the published text that it carries out does. */
export interface FirstVersion {
  readonly content: PolicyContent;
  readonly effectiveFrom: number;
  readonly actor: string;
  readonly reason: string;
}

/**
 * Publishes the first version of a policy: what a service begins with. Every later one goes through a draft and
 * somebody's approval. Throws POLICY_INVALID where the lint finds something, WRONG_STATE where there is a version.
 */
export async function publishFirstVersion(
  deps: PublishDeps,
  { content, effectiveFrom, actor, reason }: FirstVersion,
): Promise<PolicyVersion> {
  const { policy } = content;
  const issues = lintRuleset(content, deps.dictionary);
  if (issues.length > 0) {
    throw new AppError('POLICY_INVALID', `The policy ${policy} does not pass the checks.`, {
      errors: issues.map(({ code, path, message }) => ({ pointer: path, code, message })),
    });
  }
  const now = deps.clock.now();
  const version: PolicyVersion = { policy, number: 1, digest: digestContent(content), content };
  const appended = await deps.policies.appendVersion(
    version,
    { id: deps.ids.next(), policy, number: 1, effectiveFrom, recordedAt: now },
    {
      id: deps.ids.next(),
      action: 'policy_version.published',
      program: policy,
      actor,
      at: now,
      subject: { type: 'policy_version', id: `${policy}.v1` },
      reason,
      detail: { digest: version.digest, effectiveFrom, number: 1 },
    },
  );
  if (!appended)
    throw new AppError('WRONG_STATE', `${policy} has a version already. A later one is drafted and approved.`);
  return version;
}
