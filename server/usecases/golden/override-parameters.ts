import { parameterSchema } from '../../contract/rules/parameter-schema.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';

/**
 * The content with some parameters' values replaced; null unsets one. Bounds are widened where a value lies outside
 * them, since a test may look one step beyond what an owner may enter.
 * @throws RangeError for a parameter that the content does not have; ZodError for a value of another kind.
 */
export function overrideParameters(
  content: PolicyContent,
  values: Readonly<Record<string, unknown>> = {},
): PolicyContent {
  if (Object.keys(values).length === 0) return content;
  for (const name of Object.keys(values)) {
    if (!content.parameters.some((parameter) => parameter.name === name))
      throw new RangeError(`${content.policy} has no parameter ${name}`);
  }
  const parameters = content.parameters.map((parameter) => {
    const value = values[parameter.name];
    if (value === undefined) return parameter;
    const { value: _old, ...rest } = parameter;
    const free = {
      ...rest,
      ...('bounds' in rest ? { bounds: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER } } : {}),
      ...(rest.kind === 'choice' && typeof value === 'string'
        ? { options: [...new Set([...rest.options, value])] }
        : {}),
    };
    if (free.kind === 'list') delete (free as { options?: unknown }).options;
    return parameterSchema.parse(
      value === null
        ? { ...free, provenance: 'unset' }
        : { ...free, provenance: rest.provenance === 'unset' ? 'assumed' : rest.provenance, value },
    );
  });
  return { ...content, parameters };
}
