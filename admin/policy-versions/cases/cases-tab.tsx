import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { CaseRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { Panel } from '../../common/panel.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { ViewSwitch } from '../../policies/view-switch.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { CaseEditor } from './case-editor.tsx';
import type { EditedCase } from './case-editor.tsx';
import { CaseResultTable } from './case-result-table.tsx';
import { FlipsPanel } from './flips-panel.tsx';
import { FromRealCase } from './from-real-case.tsx';
import { listUnsaved, selectCurrent, UnsavedCases } from './unsaved-cases.tsx';

const VIEWS = ['all', 'failed', 'changed', 'pass', 'own'] as const;
type View = (typeof VIEWS)[number];

const MATCHES: Readonly<Record<View, (row: CaseRowView) => boolean>> = {
  all: () => true,
  failed: (row) => row.result === 'failed',
  changed: (row) => row.result === 'changed' || row.result === 'accepted',
  pass: (row) => row.result === 'pass',
  own: (row) => row.origin === 'owner',
};

/** Boundary cases of what changed, then every golden and own case under the draft. */
export function CasesTab(): ReactElement {
  const { cases: words } = useWords();
  const { version, editable, cases, editCases } = useDraft();
  const rows = selectCurrent(version.gate.cases.rows, version.cases, cases);
  const unsaved = listUnsaved(version.cases, cases);
  const remove = (name: string): void => editCases(cases.filter((one) => one.name !== name));
  const [view, setView] = useState<View>(
    rows.some(MATCHES.failed) ? 'failed' : rows.some(MATCHES.changed) ? 'changed' : 'all',
  );
  const [edited, setEdited] = useState<EditedCase | null>(null);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0,1fr)' }}>
      <FlipsPanel />
      <Panel
        title={words.title(rows.length + unsaved.length)}
        actions={
          editable ? (
            <>
              <Button variant="outlined" onClick={() => setEdited({ name: null, golden: null })}>
                {words.write}
              </Button>
              <FromRealCase />
            </>
          ) : null
        }
      >
        <CaseViews rows={rows} unsaved={unsaved.length} value={view} onChange={setView} />
        {unsaved.length === 0 ? null : (
          <UnsavedCases
            cases={unsaved}
            acts={(golden) => (
              <OwnActs
                name={golden.name}
                onEdit={() => setEdited({ name: golden.name, golden })}
                onRemove={() => remove(golden.name)}
              />
            )}
          />
        )}
        <CaseResultTable
          rows={rows.filter(MATCHES[view])}
          acts={(row) =>
            editable ? (
              <CaseActs
                row={row}
                onEdit={() => setEdited({ name: row.name, golden: row.golden })}
                onRemove={() => remove(row.name)}
              />
            ) : null
          }
        />
      </Panel>
      {edited === null ? null : <CaseEditor edited={edited} onClose={() => setEdited(null)} />}
    </Box>
  );
}

interface CaseViewsProps {
  readonly rows: readonly CaseRowView[];
  /** How many cases there are beside the rows. */
  readonly unsaved: number;
  readonly value: View;
  readonly onChange: (view: View) => void;
}

function CaseViews({ rows, unsaved, value, onChange }: CaseViewsProps): ReactElement {
  const { cases: words } = useWords();
  const countOf = (one: View): number =>
    rows.filter(MATCHES[one]).length + (one === 'all' || one === 'own' ? unsaved : 0);
  const names: Readonly<Record<View, string>> = {
    all: words.all,
    failed: words.failed,
    changed: words.changed,
    pass: words.passed,
    own: words.own,
  };
  return (
    <Box sx={{ mb: 1 }}>
      <ViewSwitch
        label={words.filter}
        value={value}
        onChange={onChange}
        options={VIEWS.map((one) => ({ value: one, label: `${names[one]} ${countOf(one)}` }))}
      />
    </Box>
  );
}

interface CaseActsProps {
  readonly row: CaseRowView;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** What an owner can do with one case: mend or remove their own, accept the new outcome of a golden one. */
function CaseActs({ row, onEdit, onRemove }: CaseActsProps): ReactElement | null {
  if (row.origin === 'golden') return row.result === 'changed' ? <AcceptCase row={row} /> : null;
  return <OwnActs name={row.name} onEdit={onEdit} onRemove={onRemove} />;
}

interface OwnActsProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function OwnActs({ name, onEdit, onRemove }: OwnActsProps): ReactElement {
  const { cases: words } = useWords();
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button size="small" aria-label={words.edit(name)} onClick={onEdit}>
        {words.editShort}
      </Button>
      <Button size="small" color="error" aria-label={words.remove(name)} onClick={onRemove}>
        {words.removeShort}
      </Button>
    </Box>
  );
}

/** Accepts that a golden case comes out differently from now on; the reason is kept. */
function AcceptCase({ row }: { readonly row: CaseRowView }): ReactElement {
  const { cases: words } = useWords();
  const locale = useStaffLocale();
  const { version, dirty, refresh } = useDraft();
  const run = async (reason: string): Promise<void> => {
    await post(`${versionPath(version.id)}/accept-case`, { caseName: row.name, reason });
    await refresh();
  };
  return (
    <ActButton
      label={words.accept}
      title={words.acceptTitle}
      verb={words.acceptVerb}
      reason="required"
      disabled={dirty}
      run={run}
      consequence={words.acceptConsequence(row.name, row.expected[locale], row.draft?.words[locale] ?? '–')}
    />
  );
}
