import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { keepSession } from '../../../admin/api/session-state.ts';
import type { Session } from '../../../admin/api/session-state.ts';
import { StaleSaveDialog } from '../../../admin/policy-versions/merge/merge-dialog.tsx';
import { DraftProvider } from '../../../admin/policy-versions/draft/use-draft.tsx';
import type { DraftEditor } from '../../../admin/policy-versions/draft/use-draft.tsx';
import { useDraftState } from '../../../admin/policy-versions/draft/use-draft-state.ts';
import { SaveBar } from '../../../admin/policy-versions/save-bar.tsx';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { rulesFor } from '../../../server/core/access/rules-for.ts';
import { renderAdmin } from '../render.tsx';
import type { RenderOptions } from '../render.tsx';
import { buildVersion } from './sample-version.ts';

/** What the API answers: a body, or a status with one. */
export type Answer = (body: unknown) => { readonly status?: number; readonly body: unknown };

/** Requests that were sent, oldest first. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const NOTHING_MOVES = { flips: [], total: 0, rules: {}, windows: {}, issues: [] };

/** Answers requests by `METHOD /path`, and notes them; a preview moves nothing unless one is given. */
export function answerRequests(answers: Readonly<Record<string, Answer>> = {}): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const [path = ''] = input.split('?');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method, path, body });
    const given = answers[`${method} ${path}`]?.(body);
    const answer = given ?? (path.endsWith('/preview') ? { body: NOTHING_MOVES } : { status: 404, body: {} });
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  });
  return sent;
}

/** Signs somebody in for Anumi. */
export function signIn(role: 'policy_owner' | 'policy_approver' | 'auditor', id = 'a'): void {
  const grants = [{ role, programs: ['anumi'] }];
  const user = { id, email: `${id}@example.test`, name: `Person ${id}`, grants } as unknown as Session['user'];
  keepSession({
    user,
    csrfToken: 't',
    expiresAt: '2027-01-01T00:00:00.000Z',
    permissions: rulesFor(grants) as Session['permissions'],
  });
}

export interface DraftScreen {
  /** The draft as the screen has it now. */
  now(): DraftEditor;
}

/** Renders a part of the editor with a draft that is really edited and saved; the save bar and the merge screen are there. */
export function renderDraft(
  part: ReactElement,
  version: PolicyVersionView = buildVersion(),
  { editable = true, ...options }: RenderOptions & { readonly editable?: boolean } = {},
): DraftScreen {
  const seen: { editor: DraftEditor | null } = { editor: null };
  function Screen(): ReactElement {
    const state = useDraftState(version, editable, 'Saved.');
    useEffect(() => {
      seen.editor = state.editor;
    });
    return (
      <DraftProvider value={state.editor}>
        {part}
        <p data-testid="said">{state.said}</p>
        {state.stale === null ? null : (
          <StaleSaveDialog stale={state.stale} onClose={state.closeStale} onSave={state.saveMerged} />
        )}
        <SaveBar state={state} />
      </DraftProvider>
    );
  }
  renderAdmin(<Screen />, options);
  return {
    now() {
      if (seen.editor === null) throw new Error('Nothing is rendered');
      return seen.editor;
    },
  };
}
