import ExpandMore from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { Panel } from '../../common/panel.tsx';
import { useWords } from '../../policies/use-words.ts';
import { CaseResults } from '../cases/case-results.tsx';
import { FlipTable } from '../cases/flip-table.tsx';
import { SemanticDiff } from '../semantic-diff.tsx';
import { CasesAlone } from './cases-alone.tsx';
import { DiffersFromText } from './differs-from-text.tsx';
import { GateDetails } from './gate-details.tsx';
import { WindowChanges } from './window-changes.tsx';

/** Changes, effects and tests of a version; as folding parts on a phone. */
export function RoomPanels({ version }: { readonly version: PolicyVersionView }): ReactElement {
  const { room, review } = useWords();
  const { gate, changes, content } = version;
  const differing = changes.items.filter((item) => item.differsFromText).length;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0,1fr)', maxWidth: 1280 }}>
      <Fold title={`${review.changes} ${changes.items.length}`} open>
        <CasesAlone items={changes.items} />
        <SemanticDiff items={changes.items} clauses={content.clauses} switchable />
        <WindowChanges version={version} />
      </Fold>
      {differing === 0 ? null : (
        <Fold title={`${review.differs} ${differing}`} open={false}>
          <DiffersFromText items={changes.items} />
        </Fold>
      )}
      <Fold
        title={`${review.effects}${room.colon}${review.flipsCount(gate.flips.total, gate.flips.acknowledged)}`}
        open={gate.flips.total > 0}
      >
        <FlipTable rows={gate.flips.rows.filter((row) => row.flips)} selected={null} />
      </Fold>
      <Fold
        title={`${room.tests}${room.colon}${review.casesCount(gate.cases.passed, gate.cases.total, gate.cases.accepted)}`}
        open={false}
      >
        <GateDetails gate={gate} />
        <CaseResults rows={gate.cases.rows} />
      </Fold>
    </Box>
  );
}

function Fold({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const phone = useMediaQuery('(max-width:700px)', { noSsr: true });
  const id = useId();
  if (!phone) return <Panel title={title}>{children}</Panel>;
  return (
    <Accordion variant="outlined" disableGutters defaultExpanded={open} slots={{ heading: 'h2' }}>
      <AccordionSummary
        id={`${id}-head`}
        aria-controls={`${id}-part`}
        expandIcon={<ExpandMore aria-hidden="true" />}
        sx={{ minHeight: 44 }}
      >
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ minWidth: 0, overflowX: 'auto' }}>{children}</AccordionDetails>
    </Accordion>
  );
}
