import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentSchema } from '../../server/main/config-schema.ts';

const text = readFileSync('docker-compose.yml', 'utf8');
const raw: unknown = parse(text, { merge: true });
const serviceSchema = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  container_name: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.unknown().optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  ports: z.array(z.string()).optional(),
});
const messageSchema = z.object({ rule: z.string(), type: z.string(), category: z.string(), message: z.string() });
const compose = z
  .looseObject({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.unknown()) })
  .parse(raw);
const service = (name: string): z.output<typeof serviceSchema> => serviceSchema.parse(compose.services[name]);

describe('docker-compose.yml', () => {
  it('conforms to the schema of the compose specification', () => {
    const schema = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8')));
    const { $schema: _, ...draft07 } = schema;
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(draft07);
    expect(validate(raw), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ services: { api: { imagine: 'x' } } })).toBe(false);
  });

  it('has no error for a compose linter', () => {
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
    const found = z
      .array(z.object({ messages: z.array(messageSchema) }))
      .parse(linter.lintFiles(['docker-compose.yml'], false));
    const errors = found
      .flatMap((file) => file.messages)
      .filter((message) => message.type === 'error' && message.category !== 'style');
    // An image that is built here and named for others is meant.
    expect(errors.filter((error) => error.rule !== 'no-build-and-image')).toEqual([]);
  });

  it('runs three members of one replica set, each on a volume of its own', () => {
    const members = ['mongo-1', 'mongo-2', 'mongo-3'].map(service);
    expect(new Set(members.flatMap((member) => member.volumes)).size).toBe(3);
    for (const member of members) expect(JSON.stringify(member)).toMatch(/--replSet redress --keyFile/);
    const script = readFileSync('server/main/topology/initiate.mongosh.js', 'utf8');
    for (const name of ['mongo-1', 'mongo-2', 'mongo-3']) expect(script).toContain(`'${name}'`);
  });

  it('keeps what Redis holds, and evicts nothing', () => {
    const command = service('redis').command?.join(' ');
    expect(command).toMatch(/--appendonly yes/);
    expect(command).toMatch(/--maxmemory-policy noeviction/);
  });

  it('lets API and workers scale: no fixed name, no single host port', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).container_name).toBeUndefined();
      expect(service(name).depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
    expect(service('api').ports?.[0]).toMatch(/-.*:3000$/);
  });

  it('checks the health of whatever keeps running', () => {
    for (const name of ['mongo-1', 'mongo-2', 'mongo-3', 'redis', 'api', 'worker'])
      expect(service(name).healthcheck, name).toBeDefined();
  });

  it('gives the administrator’s identity to the migration alone', () => {
    for (const name of ['api', 'worker'])
      expect(Object.keys(service(name).environment ?? {})).not.toContain('REDRESS_MONGODB_ADMIN_URI');
    expect(service('migrate').environment?.['REDRESS_MONGODB_ADMIN_URI']).toMatch(/authSource=admin$/);
  });

  it('has no default for a secret', () => {
    const secrets = [...text.matchAll(/\$\{(\w*(?:PASSWORD|SECRET|KEY))(:?[?-])?/g)];
    expect(secrets.length).toBeGreaterThan(4);
    for (const [, name, operator] of secrets) expect(`${name}${operator}`).toMatch(/:\?$/);
  });

  it('sets only variables that the service knows', () => {
    const names = ['migrate', 'api', 'worker'].flatMap((name) => Object.keys(service(name).environment ?? {}));
    for (const name of names) expect(Object.keys(environmentSchema.shape)).toContain(name);
  });
});
