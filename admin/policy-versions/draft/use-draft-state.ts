import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { put } from '../../api/request.ts';
import { refreshPolicies } from '../../policies/refresh-policies.ts';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { sameValue } from '../model/same-value.ts';
import type { DraftEditor, Invalid } from './use-draft.tsx';

/** A save that met another: what the server says of both. */
export interface StaleSave {
  readonly problem: ProblemError;
  readonly content: PolicyContent;
  readonly cases: readonly GoldenCase[];
  readonly revision: number;
}

export interface DraftState {
  readonly editor: DraftEditor;
  readonly said: string;
  readonly error: unknown;
  readonly stale: StaleSave | null;
  /** Fields named after a save that could not be sent. */
  readonly faults: readonly Invalid[];
  closeStale(): void;
  /** Saves what a merge came to, on top of `revision`. */
  saveMerged(revision: number, content: PolicyContent, cases: readonly GoldenCase[]): Promise<void>;
}

interface Edited { readonly content: PolicyContent; readonly cases: readonly GoldenCase[]; readonly revision: number }

/** Path under which a version is read and cached. */
export function versionPath(id: string): string {
  return `/api/policy-versions/${encodeURIComponent(id)}`;
}

/** Holds what is edited of a version until it is saved. */
export function useDraftState(version: PolicyVersionView, editable: boolean, savedWord: string): DraftState {
  const client = useQueryClient();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [invalid, setInvalid] = useState<readonly Invalid[]>([]);
  const [faults, setFaults] = useState<readonly Invalid[]>([]);
  const [epoch, setEpoch] = useState(0);
  const [scratch] = useState(() => new Map<string, string>());
  const [said, announce] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [stale, setStale] = useState<StaleSave | null>(null);
  const path = versionPath(version.id);
  const content = edited?.content ?? version.content;
  const cases = edited?.cases ?? version.cases;
  const dirty = edited !== null && !(sameValue(content, version.content) && sameValue(cases, version.cases));

  const change = useCallback((next: (now: Edited) => Edited) => {
    setEdited((now) => next(now ?? { content: version.content, cases: version.cases, revision: version.revision }));
  }, [version]);
  const refresh = useCallback(async () => refreshPolicies(client), [client]);
  const send = useCallback(async (revision: number, next: Omit<Edited, 'revision'>) => {
    const saved = await put<PolicyVersionView>(path, { revision, content: next.content, cases: next.cases });
    client.setQueryData(['api', path], saved);
    setEdited(null);
    setError(null);
    setFaults([]);
    announce(savedWord);
    await refresh();
  }, [client, path, refresh, savedWord]);

  const save = useCallback(async (): Promise<boolean> => {
    setFaults(invalid);
    const [first] = invalid;
    if (first !== undefined) {
      setTimeout(() => document.getElementById(first.fieldId)?.focus());
      return false;
    }
    const revision = edited?.revision ?? version.revision;
    try {
      await send(revision, { content, cases });
      return true;
    } catch (failure) {
      if (failure instanceof ProblemError && failure.code === 'STALE_SAVE') setStale({ problem: failure, content, cases, revision });
      else setError(failure);
      return false;
    }
  }, [invalid, edited, version.revision, content, cases, send]);

  const mark = useCallback((fieldId: string, next: Invalid | null) => {
    setInvalid((now) => (next === null && !now.some((one) => one.fieldId === fieldId) ? now : [...now.filter((one) => one.fieldId !== fieldId), ...(next === null ? [] : [next])]));
    if (next === null) setFaults((now) => now.filter((one) => one.fieldId !== fieldId));
  }, []);

  const editor = useMemo<DraftEditor>(() => ({
    version, content, cases, live: version.live?.content ?? version.content, dirty, editable, invalid, epoch, scratch, mark, save, announce, refresh,
    edit: (next) => change((now) => ({ ...now, content: next(now.content) })),
    editCases: (next) => change((now) => ({ ...now, cases: next })),
    undoAll: () => {
      setEdited(null);
      setInvalid([]);
      setFaults([]);
      scratch.clear();
      setEpoch((now) => now + 1);
    },
  }), [version, content, cases, dirty, editable, invalid, epoch, scratch, mark, save, refresh, change]);

  return {
    editor, said, error, stale, faults,
    closeStale: () => setStale(null),
    saveMerged: async (revision, merged, mergedCases) => {
      await send(revision, { content: merged, cases: mergedCases });
      setStale(null);
      setEpoch((now) => now + 1);
    },
  };
}
