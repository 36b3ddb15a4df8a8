import CheckIcon from '@mui/icons-material/Check';
import HelpOutline from '@mui/icons-material/HelpOutlined';
import PriorityHigh from '@mui/icons-material/PriorityHigh';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactElement } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { GateView } from '../../server/contract/http/policy-gate-view.ts';
import type { PolicyWords } from '../i18n/policies.shape.ts';
import { useWords } from '../policies/use-words.ts';

/**
 * The four things that must be settled before a draft can be submitted; each opens its tab. It is judged when the draft
 * is saved: what is met then is not ticked while there are changes, and what a finding kept from being run never is.
 */
export function GateMeter({
  gate,
  root,
  stale,
}: {
  readonly gate: GateView;
  readonly root: string;
  /** Whether there are changes that it does not know of yet. */
  readonly stale: boolean;
}): ReactElement {
  const words = useWords().editor;
  return (
    <Box
      component="ul"
      aria-label={words.gate}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}
    >
      {listItems(gate, root, words).map(({ key, met, text, to }) => (
        <GateItem key={key} met={met} text={text} to={to} stale={stale} />
      ))}
      {stale ? (
        <Box component="li" sx={{ color: 'text.secondary', minHeight: 24 }}>
          {words.asSaved}
        </Box>
      ) : null}
    </Box>
  );
}

/** What is judged, whether it is met, and the tab that it is settled in. */
function listItems({ lint, engines, cases, flips }: GateView, root: string, words: PolicyWords['editor']) {
  const onlyMessages = lint.length > 0 && lint.every((one) => one.path.startsWith('/messages'));
  const onlyParameters = lint.length > 0 && lint.every((one) => one.path.startsWith('/parameters'));
  // A draft with findings is not run at all.
  const unrun = lint.length > 0 && cases.total === 0;
  return [
    {
      key: 'lint',
      met: lint.length === 0,
      text: lint.length === 0 ? words.lintClean : words.lintFindings(lint.length),
      to: onlyMessages ? `${root}/messages` : onlyParameters ? root : `${root}/rules`,
    },
    {
      key: 'engines',
      met: !unrun && engines.disagreements.length === 0,
      text: unrun
        ? words.enginesNotRun
        : engines.disagreements.length === 0
          ? words.enginesAgree
          : words.enginesDiffer(engines.disagreements.length),
      to: `${root}/review`,
    },
    {
      key: 'cases',
      met: !unrun && cases.changed + cases.failed === 0,
      text: unrun ? words.casesNotRun : words.casesPass(cases.passed, cases.total),
      to: `${root}/cases`,
    },
    {
      key: 'flips',
      met: !unrun && flips.acknowledged >= flips.total,
      text: unrun ? words.flipsNotRun : words.flipsSeen(flips.acknowledged, flips.total),
      to: `${root}/cases`,
    },
  ];
}

interface GateItemProps {
  readonly met: boolean;
  readonly text: string;
  readonly to: string;
  readonly stale: boolean;
}

function GateItem({ met, text, to, stale }: GateItemProps): ReactElement {
  const words = useWords().editor;
  return (
    <Box
      component="li"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        minHeight: 24,
        color: !met ? 'tone.assumed.fg' : stale ? 'text.secondary' : 'text.primary',
        fontWeight: met ? 400 : 600,
      }}
    >
      {met && stale ? (
        <HelpOutline fontSize="small" titleAccess={words.notJudged} />
      ) : met ? (
        <CheckIcon fontSize="small" titleAccess={words.ok} />
      ) : (
        <PriorityHigh fontSize="small" titleAccess={words.open} />
      )}
      <Link component={RouterLink} to={to} color="inherit" sx={{ textDecoration: 'underline', textUnderlineOffset: 3 }}>
        {text}
      </Link>
    </Box>
  );
}
