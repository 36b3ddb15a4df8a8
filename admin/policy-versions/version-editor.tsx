import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router-dom';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import { useMay } from '../api/may.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { StateView, Waiting } from '../common/state-view.tsx';
import { useWords } from '../policies/use-words.ts';
import { LeaveGuard } from './draft/leave-guard.tsx';
import { DraftProvider } from './draft/use-draft.tsx';
import { useDraftState, versionPath } from './draft/use-draft-state.ts';
import { EditorHeader } from './editor-header.tsx';
import { EditorTabs } from './editor-tabs.tsx';
import { SaveBar } from './save-bar.tsx';
import { EDITOR_TABS, useTabCounts } from './use-tab-counts.ts';
import { ParametersTab } from './parameters/parameters-tab.tsx';

const LOADERS = {
  rules: async () => import('./rules/rules-tab.tsx'),
  try: async () => import('./try/try-tab.tsx'),
  cases: async () => import('./cases/cases-tab.tsx'),
  messages: async () => import('./messages/messages-tab.tsx'),
  review: async () => import('./review/review-tab.tsx'),
  merge: async () => import('./merge/merge-dialog.tsx'),
} as const;
const RulesTab = lazy(async () => ({ default: (await LOADERS.rules()).RulesTab }));
const TryTab = lazy(async () => ({ default: (await LOADERS.try()).TryTab }));
const CasesTab = lazy(async () => ({ default: (await LOADERS.cases()).CasesTab }));
const MessagesTab = lazy(async () => ({ default: (await LOADERS.messages()).MessagesTab }));
const ReviewTab = lazy(async () => ({ default: (await LOADERS.review()).ReviewTab }));
const StaleSaveDialog = lazy(async () => ({ default: (await LOADERS.merge()).StaleSaveDialog }));

const PANEL_ID = 'editor-panel';

/** The workshop of a policy version: `/policy-versions/:id` and its tabs. */
export function VersionEditor(): ReactElement {
  const { id = '' } = useParams();
  const words = useWords().editor;
  const result = useRead<PolicyVersionView>(versionPath(id));
  const title = result.data === undefined ? words.title(id, '') : null;
  return (
    <>
      {title === null ? null : <PageHeading title={title} pageKey={`editor/${id}`} />}
      <StateView result={result} rows={8}>
        {(version) => <Workshop key={version.id} version={version} />}
      </StateView>
    </>
  );
}

function Workshop({ version }: { readonly version: PolicyVersionView }): ReactElement {
  const words = useWords().editor;
  const may = useMay();
  const { pathname } = useLocation();
  const root = `/policy-versions/${version.id}`;
  const editable =
    (version.status === 'draft' || version.status === 'rejected') && may('edit', 'policy', version.policy);
  const state = useDraftState(version, editable, words.saved);
  const counts = useTabCounts(state.editor);
  const current = EDITOR_TABS.find((tab) => pathname.startsWith(`${root}/${tab}`)) ?? 'parameters';
  const tabs = EDITOR_TABS.map((tab) => ({
    key: tab,
    to: tab === 'parameters' ? root : `${root}/${tab}`,
    label: words.tabCount(words.tab[tab], counts[tab]),
    ...(tab === 'parameters' ? {} : { onWarm: () => void LOADERS[tab]() }),
  }));
  return (
    <DraftProvider value={state.editor}>
      <EditorHeader root={root} />
      <EditorTabs label={words.tabs} tabs={tabs} current={current} panelId={PANEL_ID} />
      <Box role="tabpanel" id={PANEL_ID} aria-labelledby={`tab-${current}`}>
        <Suspense fallback={<Waiting rows={8} />}>
          <Routes>
            <Route index element={<ParametersTab />} />
            <Route path="rules" element={<RulesTab />} />
            <Route path="try" element={<TryTab />} />
            <Route path="cases" element={<CasesTab />} />
            <Route path="messages" element={<MessagesTab />} />
            <Route path="review" element={<ReviewTab />} />
            <Route path="*" element={<Navigate to={root} replace />} />
          </Routes>
        </Suspense>
      </Box>
      <Box
        role="status"
        aria-live="polite"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)' }}
      >
        {state.said}
      </Box>
      <LeaveGuard when={state.editor.dirty || state.editor.invalid.length > 0} root={root} question={words.leave} />
      {state.stale === null ? null : (
        <Suspense fallback={null}>
          <StaleSaveDialog
            key={state.stale.revision}
            stale={state.stale}
            onClose={state.closeStale}
            onSave={state.saveMerged}
          />
        </Suspense>
      )}
      <SaveBar state={state} />
    </DraftProvider>
  );
}
