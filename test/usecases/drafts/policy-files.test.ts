import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../server/core/access/request-actor.ts';
import { createPolicyFiles, parsePolicyFiles } from '../../../server/main/policy-files.ts';
import { exportPolicy, importPolicy } from '../../../server/main/policies-commands.ts';
import { loadSettings } from '../../../server/main/config.ts';
import { draftShippedChanges } from '../../../server/usecases/drafts/draft-shipped-changes.ts';
import { importAndSubmit } from '../../../server/usecases/drafts/import-and-submit.ts';
import type { DraftDeps } from '../../../server/usecases/drafts/draft-deps.ts';
import { folderOf, POLICIES } from '../../golden/bench.ts';
import { OWNER } from '../../journeys/people.ts';
import { days, draftChange, settle, withText, withValue } from '../../journeys/policy-acts.ts';
import { openHarness, type Harness } from '../../journeys/service-harness.ts';
import { buildUser, grant } from '../../builders/users.ts';

let harness: Harness;
let deps: DraftDeps;
beforeAll(async () => {
  harness = await openHarness();
  const [service] = harness.services;
  deps = service.drafts;
});
afterAll(() => harness?.close());

async function readFolder(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      found[join(entry.parentPath, entry.name).slice(folder.length + 1)] = await readFile(
        join(entry.parentPath, entry.name),
        'utf8',
      );
  }
  return found;
}

async function replaceText(file: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(from);
  await writeFile(file, text.replace(from, to));
}

const filesOf = async (policy: string, version?: string): Promise<Record<string, string>> =>
  (await harness.api.exportPolicy(policy, version)).files;

describe('an export', () => {
  it.each(POLICIES)('of %s as it was first published is its folder, byte for byte', async (policy) => {
    expect(await filesOf(policy)).toEqual(await readFolder(folderOf(policy)));
  });

  it.each(POLICIES)('of an import of %s is what was imported, byte for byte', async (policy) => {
    const files = await filesOf(policy);
    const draft = await harness.api.importPolicy(policy, files, OWNER);
    expect(draft.changes.items).toEqual([]);
    expect(await filesOf(policy, draft.id)).toEqual(files);
  });

  it('loses nothing of a draft: values, texts, cases of its own, outcomes that it accepts, and what stands beside', async () => {
    const changed = await settle(
      harness.api,
      await draftChange(harness.api, 'anumi', (content) =>
        withText(withValue(content, 'cashRefundWindow', days(10)), 'changed'),
      ),
    );
    const [row] = changed.gate.cases.rows.filter((one) => one.origin === 'golden');
    if (row === undefined) throw new Error('there are no cases');
    const own = { ...row.golden, name: 'A case of my own: with / signs' };
    const saved = await harness.api.saveDraft(
      changed.id,
      { revision: changed.revision, content: changed.content, cases: [own] },
      OWNER,
    );
    const files = await filesOf('anumi', saved.id);
    expect(Object.keys(files)).toContain('cases/a-case-of-my-own-with-signs.case.json');
    const clauses = (files['clauses.json'] ?? '').replace('"carriedBy": "service"', '"carriedBy": "not_yet"');
    const imported = await harness.api.importPolicy('anumi', { ...files, 'clauses.json': clauses }, OWNER);
    expect(await filesOf('anumi', imported.id)).toEqual({ ...files, 'clauses.json': clauses });
    expect(imported.cases).toEqual([own]);
    expect(imported.content).toEqual(saved.content);
    // Files say which outcomes they expect; accepting one is a person's business.
    expect(imported.acceptedCases).toEqual([]);
    const names = saved.acceptedCases.map((one) => one.caseName).toSorted();
    expect(names.length).toBeGreaterThan(0);
    expect(imported.gate).toMatchObject({ open: false, cases: { changed: names.length } });
    const settled = await settle(harness.api, imported);
    expect(settled.acceptedCases.map((one) => one.caseName).toSorted()).toEqual(names);
    expect(settled.gate).toMatchObject({ open: true, cases: { accepted: names.length } });
  });

  it('names no version that is another policy’s, or none', async () => {
    await expect(harness.api.exportPolicy('anumi', 'jimeng.v1')).rejects.toMatchObject({
      code: 'POLICY_VERSION_NOT_FOUND',
    });
    await expect(harness.api.exportPolicy('anumi', '99')).rejects.toMatchObject({ code: 'POLICY_VERSION_NOT_FOUND' });
    await expect(harness.api.exportPolicy('nobody', undefined)).rejects.toMatchObject({ code: 'POLICY_NOT_FOUND' });
  });
});

describe('files that are no policy', () => {
  it('are refused by name and place', async () => {
    const files = await filesOf('jimeng');
    const refusals: [Record<string, string>, RegExp][] = [
      [{ ...files, 'policy.json': '{' }, /^policy\.json /u],
      [{ ...files, 'parameters.json': '[{}]' }, /^parameters\.json \/0/u],
      [{ ...files, 'messages/en.json': '{"NO":"\\u0000"}' }, /^messages\/en\.json \/NO must be well-formed/u],
      [{ ...files, 'messages/en.json': '{"NO":"\\ud800"}' }, /^messages\/en\.json \/NO must be well-formed/u],
      [{ ...files, 'ruleset.json': '['.repeat(5_000) + ']'.repeat(5_000) }, /^ruleset\.json .* nested at most 64/u],
      [{ ...files, 'ruleset.json': '{"__proto__":{}}' }, /^ruleset\.json \/__proto__ is not allowed/u],
      [{ ...files, 'more.json': '{}' }, /^more\.json is no file/u],
      [{ ...files, 'messages/xx_yy.json': '{}' }, /is no file/u],
      [{ ...files, '../x.json': '{}' }, /is no file/u],
      [
        Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'ruleset.json')),
        /^ruleset\.json is missing/u,
      ],
      [Object.fromEntries(Array.from({ length: 701 }, (_, n) => [`cases/${n}.case.json`, '{}'])), /at most 700/u],
    ];
    for (const [given, message] of refusals) expect(() => parsePolicyFiles(given)).toThrow(message);
  });

  it('may not change what happens in a case that is shipped', async () => {
    const files = await filesOf('jimeng');
    const path = Object.keys(files).find((one) => one.startsWith('cases/')) ?? '';
    const golden = JSON.parse(files[path] ?? '{}') as { claim: { locale?: string } };
    golden.claim.locale = 'fr';
    await expect(
      harness.api.importPolicy('jimeng', { ...files, [path]: JSON.stringify(golden) }, OWNER),
    ).rejects.toMatchObject({ code: 'POLICY_INVALID' });
  });
});

describe('an import from the command line', () => {
  it('drafts and submits what passes the gate, and publishes nothing', async () => {
    const config = { ...loadSettings({}), ...harness.config, mongodbAdminUri: harness.database.adminUri };
    const folder = await mkdtemp(join(tmpdir(), 'policy-'));
    try {
      await exportPolicy(config, 'post-remixer', folder, undefined);
      await expect(exportPolicy(config, 'post-remixer', folder, undefined)).rejects.toThrow('is not empty');
      await exportPolicy(config, 'post-remixer', folder, undefined, true);
      const before = (await deps.drafts.list({ policies: ['post-remixer'] })).length;
      await importPolicy(config, folder);
      expect(await deps.drafts.list({ policies: ['post-remixer'] })).toHaveLength(before);
      await replaceText(
        join(folder, 'policy.json'),
        /"effectiveFrom": "[^"]+"/u,
        '"effectiveFrom": "2020-01-01T00:00:00Z"',
      );
      await importPolicy(config, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
    const { items } = await harness.api.listPolicyVersions({
      from: 0,
      to: 9,
      sort: ['changedAt', 'DESC'],
      filter: { policy: 'post-remixer', author: 'system/cli' },
    });
    expect(items[0]).toMatchObject({ status: 'draft', origin: 'import', authors: [{ id: 'system/cli' }] });
    const shipped = await deps.files.findShipped('post-remixer');
    if (shipped === null) throw new Error('nothing is shipped');
    const outcome = await importAndSubmit(
      deps,
      systemActor('cli'),
      { ...shipped, content: withText(shipped.content, 'another text', 'FAILED_RUN') },
      'imported from files by the command line',
    );
    expect(outcome).toMatchObject({ submitted: true, draft: { state: 'submitted' } });
    expect(await deps.policies.listVersions('post-remixer')).toHaveLength(1);
  });

  it('is the change of the person who is named, who has to be allowed to make it', async () => {
    const config = { ...loadSettings({}), ...harness.config, mongodbAdminUri: harness.database.adminUri };
    const stores = harness.services[0]?.stores;
    for (const [id, role] of [
      ['ada', 'policy_owner'],
      ['bob', 'auditor'],
    ] as const)
      await stores?.users.append(buildUser({ id, email: `${id}@example.com`, grants: [grant(role)] }), {
        id: `made-${id}`,
        action: 'user.created',
        actor: 'system/test',
        at: 0,
        subject: { type: 'user', id },
      });
    const folder = await mkdtemp(join(tmpdir(), 'policy-'));
    try {
      await exportPolicy(config, 'anypic', folder, undefined);
      await replaceText(join(folder, 'messages/en.json'), /Thank you/u, 'Many thanks');
      await importPolicy(config, folder, 'Ada@example.com');
      await expect(importPolicy(config, folder, 'bob@example.com')).rejects.toThrow('may not edit anypic');
      await expect(importPolicy(config, folder, 'nobody@example.com')).rejects.toThrow('Nobody signs in');
    } finally {
      await rm(folder, { recursive: true });
    }
    const { items, total } = await harness.api.listPolicyVersions({
      from: 0,
      to: 9,
      sort: ['changedAt', 'DESC'],
      filter: { policy: 'anypic', author: 'user/ada' },
    });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ origin: 'import', authors: [{ id: 'user/ada', name: 'Ada' }] });
  });

  it('of a policy that nobody knows begins from nothing, and is approved like any other', async () => {
    const shipped = await deps.files.findShipped('post-remixer');
    if (shipped === null) throw new Error('nothing is shipped');
    const { draft, reasons } = await importAndSubmit(
      deps,
      systemActor('cli'),
      { ...shipped, content: { ...shipped.content, policy: 'newcomer', name: 'Newcomer' } },
      'imported from files by the command line',
    );
    expect(reasons.filter((one) => one.code === 'lint' || one.code === 'engines')).toEqual([]);
    expect(draft).toMatchObject({ id: 'newcomer.d1', basedOn: 0 });
    expect(await deps.policies.listVersions('newcomer')).toEqual([]);
    expect((await harness.api.getPolicyVersion(draft.id)).changes.counts.rule).toBe(
      shipped.content.ruleset.rules.length,
    );
  });
});

describe('files that are shipped with a later release', () => {
  const files = createPolicyFiles();
  const released = (text: string): DraftDeps => ({
    ...deps,
    files: {
      ...files,
      findShipped: async (policy) => {
        const shipped = await files.findShipped(policy);
        return shipped === null || policy !== 'jimeng'
          ? shipped
          : { ...shipped, content: withText(shipped.content, text, 'FAILED_RUN') };
      },
    },
  });

  it('become a draft by the bootstrap, once, and never a version', async () => {
    expect(await draftShippedChanges(deps, POLICIES)).toEqual([]);
    const [draft, ...others] = await draftShippedChanges(released('A later text.'), POLICIES);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      policy: 'jimeng',
      state: 'draft',
      origin: 'bootstrap',
      authors: ['system/bootstrap'],
    });
    expect(await draftShippedChanges(released('A later text.'), POLICIES)).toEqual([]);
    expect(await deps.policies.listVersions('jimeng')).toHaveLength(1);
    expect(await draftShippedChanges(released('An even later text.'), POLICIES)).toHaveLength(1);
  });
});
