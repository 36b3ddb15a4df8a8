import { beforeEach, describe, expect, it } from 'vitest';
import type { PolicyContent, PolicyVersion } from '../../server/core/policies/policy-version.ts';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import type { Incidents } from '../../server/ports/incidents.ts';
import type { PendingEvents } from '../../server/ports/pending-events.ts';
import type { PersonalData, PersonalRow } from '../../server/ports/personal-data.ts';
import type { Policies } from '../../server/ports/policies.ts';
import type { AuditTrail } from '../../server/ports/audit-trail.ts';
import type { Reads } from '../../server/ports/reads.ts';
import type { UnitOfWork } from '../../server/ports/unit-of-work.ts';
import { keyOf, NOON, samplePending, sampleUnit } from './sample-documents.ts';

/** Stores that are written beside units. */
export interface SidePorts {
  readonly auditTrail: Pick<AuditTrail, 'list'>;
  readonly units: UnitOfWork;
  readonly reads: Reads;
  readonly pending: PendingEvents;
  readonly policies: Policies;
  readonly incidents: Incidents;
  readonly personal: PersonalData;
}

const CONTENT: PolicyContent = {
  policy: 'p',
  name: 'P',
  zone: 'UTC',
  country: 'DE',
  versionBasis: 'request_time',
  defaultLocale: 'en',
  parameters: [],
  ruleset: { rules: [] },
  messages: {},
  clocks: [],
  clauses: [],
};

function version(policy: string, number: number): PolicyVersion {
  return { policy, number, digest: `digest-${number}`, content: { ...CONTENT, policy } };
}

function audit(id: string): AuditEvent {
  return {
    id,
    action: 'policy_version.published',
    actor: 'system/test',
    at: NOON,
    subject: { type: 'policy_version', id },
  };
}

/** What the stores beside the units keep to. `open` answers ports whose names are free. */
export function describeSideStores(name: string, open: () => Promise<SidePorts>): void {
  describe(`stores beside units: ${name}`, () => {
    let ports: SidePorts;
    let tag: string;
    let count = 0;
    const row = (id: string, change: Partial<PersonalRow> = {}): PersonalRow => ({
      id: `${tag}-${id}`,
      owner: keyOf(tag),
      kind: 'claim_words',
      content: { words: `söme words 🙂 ${id}` },
      at: NOON,
      ...change,
    });

    beforeEach(async () => {
      ports = await open();
      count += 1;
      tag = `s${process.pid}-${count}`;
    });

    it('appends a policy version once, with its activation', async () => {
      const activation = { id: `a-${tag}`, policy: tag, number: 1, effectiveFrom: NOON, recordedAt: NOON };
      expect(await ports.policies.appendVersion(version(tag, 1), activation, audit(`x-${tag}`))).toBe(true);
      expect(
        await ports.policies.appendVersion(version(tag, 1), { ...activation, id: `b-${tag}` }, audit(`y-${tag}`)),
      ).toBe(false);
      expect(
        await ports.policies.appendVersion(
          version(tag, 2),
          { ...activation, id: `b-${tag}`, number: 2 },
          audit(`y-${tag}`),
        ),
      ).toBe(true);
      expect(await ports.policies.findVersion(tag, 2)).toEqual(version(tag, 2));
      expect(await ports.policies.findVersion(tag, 3)).toBeNull();
      expect((await ports.policies.listVersions(tag)).map((one) => one.number)).toEqual([1, 2]);
      expect((await ports.policies.loadActivations([tag, 'other'])).map((one) => one.id).toSorted()).toEqual([
        `a-${tag}`,
        `b-${tag}`,
      ]);
      expect(await ports.policies.listPolicies()).toContain(tag);
      const page = { from: 0, to: 9, sort: ['at', 'ASC'] as const, filter: { subjectId: `y-${tag}` } };
      expect(await ports.auditTrail.list(page)).toEqual({ items: [audit(`y-${tag}`)], total: 1 });
    });

    it('saves an incident and its event once', async () => {
      const incident = {
        key: `${tag}/i1`,
        program: tag,
        incidentId: 'i1',
        severity: 'complete' as const,
        openedAt: NOON,
      };
      const receipt = {
        key: `${tag}/app/e1`,
        program: tag,
        digest: 'x',
        type: 'redress.incident.opened',
        occurredAt: NOON,
        receivedAt: NOON,
      };
      expect(await ports.incidents.save(incident, receipt, null)).toBe(true);
      expect(await ports.incidents.save({ ...incident, closedAt: NOON + 1 }, receipt, incident)).toBe(false);
      expect(await ports.incidents.find(incident.key)).toEqual(incident);
      expect(await ports.incidents.load([tag, 'none'], NOON + 99)).toEqual([incident]);
      expect(
        await ports.incidents.save({ ...incident, closedAt: NOON + 9 }, { ...receipt, key: `${tag}/app/e2` }, incident),
      ).toBe(true);
      expect(await ports.incidents.load([tag], NOON + 9)).toEqual([{ ...incident, closedAt: NOON + 9 }]);
      expect(await ports.incidents.load([tag], NOON + 10)).toEqual([]);
      const late = ports.incidents.save(
        { ...incident, remedyOffered: true },
        { ...receipt, key: `${tag}/app/e3` },
        incident,
      );
      await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await ports.incidents.find(incident.key)).toEqual({ ...incident, closedAt: NOON + 9 });
      expect(await ports.reads.findReceipts([receipt.key])).toEqual(new Map([[receipt.key, receipt]]));
    });

    it('keeps an event that waits with its body, and leaves the first of two', async () => {
      const event = samplePending(`${tag}/app/e1`, {
        program: tag,
        waitsFor: [`wallet/${tag}/w`],
        personalId: `${tag}-raw1`,
      });
      await ports.pending.save([event], [row('raw1')]);
      await ports.pending.save(
        [
          { ...event, attempts: 9 },
          { ...event, id: `${tag}/app/e2`, personalId: `${tag}-raw2` },
        ],
        [row('raw1', { content: 'other' }), row('raw2')],
      );
      expect(await ports.pending.find(event.id)).toEqual(event);
      expect(await ports.pending.findWaitingFor([`wallet/${tag}/w`, 'wallet/none'])).toHaveLength(2);
      expect(await ports.personal.read([`${tag}-raw1`, `${tag}-raw2`, 'none'])).toEqual(
        new Map([
          [`${tag}-raw1`, row('raw1').content],
          [`${tag}-raw2`, row('raw2').content],
        ]),
      );
      const page = { from: 0, to: 0, sort: ['receivedAt', 'DESC'] as const, filter: { program: tag } };
      expect((await ports.pending.list(page)).total).toBe(2);
      expect((await ports.pending.list(page)).items).toHaveLength(1);
      await ports.pending.remove([event.id]);
      expect(await ports.pending.find(event.id)).toBeNull();
    });

    it('answers kept events that are due, longest due first, until they are put off', async () => {
      const due = (name: string, dueAt?: number) =>
        samplePending(`${tag}/app/${name}`, {
          program: tag,
          personalId: `${tag}-${name}`,
          attempts: 1,
          ...(dueAt === undefined ? {} : { dueAt }),
        });
      const events = [due('late', 9), due('soon', 7), due('never'), due('first', 5)];
      await ports.pending.save(
        events,
        events.map((event) => row(event.id.slice(`${tag}/app/`.length))),
      );
      const list = async (now: number, limit = 10) =>
        (await ports.pending.listDue(now, limit))
          .filter((event) => event.program === tag)
          .map((event) => event.id.slice(`${tag}/app/`.length));
      expect(await list(8)).toEqual(['first', 'soon']);
      expect(await list(9, 1)).toEqual(['first']);
      await ports.pending.putOff([`${tag}/app/first`, 'none'], 20);
      expect(await list(9)).toEqual(['soon', 'late']);
      expect(await ports.pending.find(`${tag}/app/first`)).toMatchObject({ dueAt: 20, attempts: 2 });
    });

    it('reads personal data back, whoever wrote it, and nothing after it was erased', async () => {
      await ports.personal.append([row('a'), row('b', { kind: 'profile', content: null })]);
      await ports.units.commit(
        sampleUnit({ personal: [row('c', { kind: 'provider_answer' }), row('event', { owner: `event:${tag}` })] }),
      );
      expect(await ports.personal.read([`${tag}-a`, `${tag}-b`, `${tag}-event`])).toEqual(
        new Map<string, unknown>([
          [`${tag}-a`, row('a').content],
          [`${tag}-b`, null],
          [`${tag}-event`, row('event').content],
        ]),
      );
      expect((await ports.personal.listByOwner(keyOf(tag))).toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
        [row('a'), row('b', { kind: 'profile', content: null }), row('c', { kind: 'provider_answer' })].map(
          ({ id, kind, at, content }) => ({ id, kind, at, content }),
        ),
      );
      await ports.personal.remove([`${tag}-a`]);
      expect(await ports.personal.erase(keyOf(tag))).toEqual({ rows: 2 });
      expect(await ports.personal.erase(keyOf(tag))).toEqual({ rows: 0 });
      expect(await ports.personal.read([`${tag}-a`, `${tag}-b`, `${tag}-c`])).toEqual(new Map());
      expect(await ports.personal.read([`${tag}-event`])).toEqual(new Map([[`${tag}-event`, row('event').content]]));
    });

    it('accepts personal data for an erased owner again, under a new key', async () => {
      await ports.personal.append([row('a')]);
      await ports.personal.erase(keyOf(tag));
      await ports.personal.append([row('b')]);
      expect(await ports.personal.read([`${tag}-b`])).toEqual(new Map([[`${tag}-b`, row('b').content]]));
      await expect(ports.personal.append([row('b')])).rejects.toThrow(/exists already/);
    });

    it('appends for one owner from several at once', async () => {
      await Promise.all(Array.from({ length: 6 }, (_, n) => ports.personal.append([row(`n${n}`)])));
      expect(await ports.personal.listByOwner(keyOf(tag))).toHaveLength(6);
    });
  });
}
