import { writeFile } from 'node:fs/promises';
import { buildOpenApi } from '../http/docs/build-openapi.ts';
import { ENDPOINTS } from '../http/endpoints.ts';

/** Writes the committed copy of the OpenAPI document: `npx tsx server/main/write-openapi.ts`, then the formatter. A test holds it fresh. */
await writeFile(
  new URL('../contract/openapi.json', import.meta.url),
  `${JSON.stringify(buildOpenApi(ENDPOINTS), null, 2)}\n`,
);
