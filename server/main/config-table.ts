import type { z } from 'zod';
import { environmentSchema } from './config-schema.ts';

/** The configuration table of the README, from the schema that reads the environment. */
export function renderConfigTable(): string {
  const rows = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const fallback = readDefault(schema);
    return `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${schema.description ?? ''} |`;
  });
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function readDefault(schema: z.ZodType): string | undefined {
  const parsed = schema.safeParse(undefined);
  return parsed.success && parsed.data !== undefined ? String(parsed.data) : undefined;
}
