import { OUTBOX_TOPICS, TRY_SPAN_MS } from '../../../server/ports/outbox.ts';
import type { DeadLetter, LeasedMessage, Outbox } from '../../../server/ports/outbox.ts';
import { listPage } from './memory-tables.ts';
import type { MemoryMessage, MemoryTables } from './memory-tables.ts';

/** The outbox over maps. */
export function createMemoryOutbox({ outbox }: MemoryTables): Outbox {
  const isOpen = (row: MemoryMessage | undefined): row is MemoryMessage => row?.state === 'open';
  return {
    async lease(topic, limit, now, leaseMs) {
      const due = [...outbox.values()]
        .filter((row) => isOpen(row) && row.message.topic === topic && row.dueAt <= now)
        .toSorted((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit);
      for (const row of due) row.dueAt = now + leaseMs;
      return due.map(toMessage);
    },
    findOpen: async (ids) =>
      [...outbox.values()].filter((row) => isOpen(row) && ids.includes(row.message.id)).map(toMessage),
    async countTry(ids, now) {
      for (const id of ids) {
        const row = outbox.get(id);
        if (isOpen(row) && (row.triedAt ?? Number.NEGATIVE_INFINITY) <= now - TRY_SPAN_MS)
          Object.assign(row, { attempts: row.attempts + 1, triedAt: now });
      }
    },
    async postpone(ids, dueAt) {
      for (const id of ids) {
        const row = outbox.get(id);
        if (isOpen(row)) row.dueAt = dueAt;
      }
    },
    async park(id, dueAt) {
      const row = outbox.get(id);
      if (!isOpen(row)) return;
      Object.assign(row, { dueAt, attempts: 0 });
      delete row.triedAt;
    },
    async bury(id, letter) {
      const row = outbox.get(id);
      if (isOpen(row)) Object.assign(row, { state: 'dead', letter });
    },
    listDead: async (page) =>
      listPage(
        [...outbox.values()].filter((row) => row.state === 'dead').map(toDeadLetter),
        page,
        (row, word) => row[word as keyof DeadLetter],
      ),
    findDead: async (refs) =>
      [...outbox.values()].filter((row) => row.state === 'dead' && refs.includes(row.message.ref)).map(toDeadLetter),
    async replay(id, at) {
      const row = outbox.get(id);
      if (row?.state !== 'dead') return false;
      outbox.set(id, { message: row.message, state: 'open', dueAt: at, attempts: 0 });
      return true;
    },
    measure: async (now) =>
      OUTBOX_TOPICS.map((topic) => {
        const rows = [...outbox.values()].filter((row) => row.message.topic === topic);
        const open = rows.filter(isOpen);
        const oldestMs =
          open.length === 0 ? 0 : Math.max(0, now - Math.min(...open.map((row) => row.message.createdAt)));
        return { topic, open: open.length, dead: rows.length - open.length, oldestMs };
      }),
  };
}

function toMessage({ message, attempts }: MemoryMessage): LeasedMessage {
  return { ...message, attempts };
}

function toDeadLetter(row: MemoryMessage): DeadLetter {
  return {
    ...toMessage(row),
    code: row.letter?.code ?? '',
    detail: row.letter?.detail ?? '',
    buriedAt: row.letter?.at ?? 0,
  };
}
