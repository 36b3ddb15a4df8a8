import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Panel } from '../../common/panel.tsx';
import { TextLink } from '../../policies/text-link.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { useEdits } from '../draft/use-edits.ts';
import { SemanticDiff } from '../semantic-diff.tsx';
import { CasesAlone } from './cases-alone.tsx';
import { DiffersFromText } from './differs-from-text.tsx';
import { GateDetails } from './gate-details.tsx';
import { SubmitPanel } from './submit-panel.tsx';

/** The author's own review: what changes, what it does, where it differs from the published text, when and why. */
export function ReviewTab(): ReactElement {
  const { review: words, cases } = useWords();
  const { version, content, editable } = useDraft();
  const edits = useEdits();
  // Cases are compared by the server, as they were saved.
  const items = [...edits, ...version.changes.items.filter(({ kind }) => kind === 'case')];
  const { flips, cases: tests } = version.gate;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960, gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Panel title={`1 ${words.changes}`}>
        <CasesAlone items={items} />
        <SemanticDiff items={items} clauses={content.clauses} switchable />
      </Panel>
      <Panel
        title={`2 ${words.effects}`}
        actions={<TextLink to={`/policy-versions/${version.id}/cases`}>{cases.flips}</TextLink>}
      >
        <Typography variant="body2">{words.flipsCount(flips.total, flips.acknowledged)}</Typography>
        <Typography variant="body2">{words.casesCount(tests.passed, tests.total, tests.accepted)}</Typography>
        <GateDetails gate={version.gate} />
      </Panel>
      <Panel title={`3 ${words.differs}`}>
        <DiffersFromText items={version.changes.items} />
      </Panel>
      {editable ? <SubmitPanel /> : null}
    </Box>
  );
}
