import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import type { StaffLocale } from '../../policies/use-words.ts';
import { TextLink } from '../../policies/text-link.tsx';
import { useWords } from '../../policies/use-words.ts';
import { APP_BAR_PX } from '../../theme/create-theme-options.ts';
import { Panel } from '../../common/panel.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { useEdits } from '../draft/use-edits.ts';

export interface ChangesRailProps {
  /** The parameter whose clause is shown. */
  readonly focused: Parameter | null;
  readonly flips: number;
  readonly locale: StaffLocale;
}

/** What this draft changes so far, and the clause of the focused row; beside the list where there is room, else in a drawer. */
export function ChangesRail(props: ChangesRailProps): ReactElement | null {
  const words = useWords().parameters;
  const wide = useMediaQuery('(min-width:1280px)', { noSsr: true });
  const [open, setOpen] = useState(false);
  const edits = useEdits();
  if (wide)
    return (
      <Box
        component="aside"
        aria-label={words.rail}
        sx={{ width: 300, flexShrink: 0, position: 'sticky', top: APP_BAR_PX + 16 }}
      >
        <RailContent {...props} />
      </Box>
    );
  // Nothing to show is nothing to cover a field with; clauses open at their names.
  if (edits.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => setOpen(true)}
        sx={{ position: 'fixed', right: 16, bottom: 72, zIndex: 6, bgcolor: 'background.paper' }}
      >
        {words.railButton(edits.length)}
      </Button>
      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { 'aria-label': words.rail, sx: { width: 'min(340px, 92vw)', p: 2 } } }}
      >
        <Button onClick={() => setOpen(false)} sx={{ alignSelf: 'flex-end' }}>
          {words.close}
        </Button>
        <RailContent {...props} />
      </Drawer>
    </>
  );
}

function RailContent({ focused, flips, locale }: ChangesRailProps): ReactElement {
  const words = useWords().parameters;
  const { content, version } = useDraft();
  const edits = useEdits();
  const clauses = content.clauses.filter(({ id }) => focused?.clauses.includes(id) === true);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Panel title={words.rail}>
        {edits.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {words.railEmpty}
          </Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {edits.map((item) => (
              <Typography
                key={`${item.kind}/${item.name}/${item.change}`}
                component="li"
                variant="body2"
                sx={{ overflowWrap: 'anywhere' }}
              >
                {item.sentence[locale]}
              </Typography>
            ))}
          </Box>
        )}
        <Typography variant="body2" sx={{ mt: 1 }}>
          {words.flips(flips)}{' '}
          {flips === 0 ? null : <TextLink to={`/policy-versions/${version.id}/cases`}>{words.seeFlips}</TextLink>}
        </Typography>
      </Panel>
      {clauses.map(({ id, paraphrase }) => (
        <Panel key={id} title={words.clause(id)}>
          <Typography variant="body2" lang="en">
            {paraphrase}
          </Typography>
        </Panel>
      ))}
    </Box>
  );
}
