import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { put } from '../../api/request.ts';
import { refreshPolicies } from '../../policies/refresh-policies.ts';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { Said } from '../model/apply-choices.ts';
import type { DraftEditor } from './use-draft.tsx';
import { useEdited } from './use-edited.ts';
import { useInvalid } from './use-invalid.ts';

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
  closeStale(): void;
  /** Saves what a merge came to, on top of `revision`. */
  saveMerged(revision: number, content: PolicyContent, cases: readonly GoldenCase[]): Promise<void>;
}

/** Path under which a version is read and cached. */
export function versionPath(id: string): string {
  return `/api/policy-versions/${encodeURIComponent(id)}`;
}

function isStale(failure: unknown): failure is ProblemError {
  return failure instanceof ProblemError && failure.code === 'STALE_SAVE';
}

/** Holds what is edited of a version until it is saved. */
export function useDraftState(version: PolicyVersionView, editable: boolean, savedWord: string): DraftState {
  const client = useQueryClient();
  const { content, cases, revision, dirty, change, drop, settle } = useEdited(version);
  const { invalid, faults, mark, name, clear } = useInvalid();
  const [epoch, setEpoch] = useState(0);
  const [scratch] = useState(() => new Map<string, string>());
  const [said, announce] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [stale, setStale] = useState<StaleSave | null>(null);
  const path = versionPath(version.id);
  const refresh = useCallback(async () => refreshPolicies(client), [client]);
  const send = useCallback(
    async (from: number, next: Said) => {
      const saved = await put<PolicyVersionView>(path, { revision: from, content: next.content, cases: next.cases });
      client.setQueryData(['api', path], saved);
      settle(next, saved.revision);
      setError(null);
      announce(savedWord);
      await refresh();
    },
    [client, path, refresh, savedWord, settle],
  );

  const save = useCallback(async (): Promise<boolean> => {
    if (name()) return false;
    try {
      await send(revision, { content, cases });
      return true;
    } catch (failure) {
      if (isStale(failure)) setStale({ problem: failure, content, cases, revision });
      else setError(failure);
      return false;
    }
  }, [name, revision, content, cases, send]);

  const undoAll = useCallback(() => {
    drop();
    clear();
    scratch.clear();
    setEpoch((now) => now + 1);
  }, [drop, clear, scratch]);
  const edits = useMemo<Pick<DraftEditor, 'edit' | 'editCases'>>(
    () => ({
      edit: (next) => change((now) => ({ ...now, content: next(now.content) })),
      editCases: (next) => change((now) => ({ ...now, cases: next })),
    }),
    [change],
  );
  const live = version.live?.content ?? version.content;
  const state = { version, content, cases, live, dirty, editable, invalid, faults, epoch, scratch };
  const editor: DraftEditor = { ...state, ...edits, mark, save, announce, refresh, undoAll };

  return {
    editor,
    said,
    error,
    stale,
    closeStale: () => setStale(null),
    saveMerged: async (from, merged, mergedCases) => {
      try {
        await send(from, { content: merged, cases: mergedCases });
      } catch (failure) {
        if (!isStale(failure)) throw failure;
        // Somebody was faster once more: what was merged is now what clashes.
        setStale({ problem: failure, content: merged, cases: mergedCases, revision: from });
        return;
      }
      drop();
      setStale(null);
      setEpoch((now) => now + 1);
    },
  };
}
