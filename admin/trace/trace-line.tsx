import Box from '@mui/material/Box';
import { visuallyHidden } from '@mui/utils';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { SENTENCES } from '../../server/contract/sentences.ts';
import { DispositionChip } from '../common/disposition-chip.tsx';
import type { Disposition } from '../common/disposition-chip.tsx';
import { MONO } from '../theme/create-theme-options.ts';
import { wordLeaf } from './trace-item.ts';
import type { TraceItem, TraceState } from './trace-item.ts';

const GLYPH: Readonly<Record<TraceState, string>> = {
  held: '✓',
  failed: '✗',
  unknown: '?',
  off: '○',
  not_applicable: '–',
};

const OUTCOME: Readonly<Record<string, Disposition>> = {
  grant: 'granted',
  deny: 'denied',
  refer: 'referred',
  needs_info: 'needs_info',
  no_action: 'no_action',
};

export interface TraceLineProps {
  readonly id: string;
  readonly item: TraceItem;
  readonly level: number;
  readonly opened: boolean;
  readonly selected: boolean;
}

/** One line: its state first, as a word for those who hear it. Only the rule that decided has a filled chip. */
export function TraceLine({ id, item, level, opened, selected }: TraceLineProps): ReactElement {
  const t = useTranslate();
  const held = item.state === 'held';
  return (
    <Box
      className="trace-line"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.75,
        minHeight: { xs: 44, sm: 34 },
        py: 0.75,
        pr: 1,
        pl: 1 + (level - 1) * 2,
        cursor: 'pointer',
        fontSize: '0.875rem',
        lineHeight: 1.5,
        borderLeft: 3,
        borderLeftColor: item.decides ? 'primary.main' : 'transparent',
        borderTop: level === 1 ? 1 : 0,
        borderTopColor: 'divider',
        bgcolor: selected ? 'raised' : 'transparent',
        '&:hover': { bgcolor: 'raised' },
      }}
    >
      <Box component="span" aria-hidden="true" sx={{ width: 14, color: 'text.secondary', flexShrink: 0 }}>
        {item.children.length === 0 ? '' : opened ? '▾' : '▸'}
      </Box>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          width: 14,
          flexShrink: 0,
          fontWeight: held ? 700 : 400,
          color: (theme) =>
            item.state === 'unknown'
              ? theme.palette.tone.referred.fg
              : held
                ? theme.palette.text.primary
                : theme.palette.text.secondary,
        }}
      >
        {GLYPH[item.state]}
      </Box>
      <Box
        id={id}
        component="span"
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          columnGap: 1.5,
          rowGap: 0.25,
          overflowWrap: 'anywhere',
        }}
      >
        <span style={visuallyHidden}>{`${t(`state.${item.state}`)}: `}</span>
        <LineWords item={item} />
      </Box>
    </Box>
  );
}

function LineWords({ item: { rule, leaf, group, decides, nearMiss } }: { readonly item: TraceItem }): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const zh = locale.startsWith('zh');
  if (leaf !== undefined) return <span>{wordLeaf(leaf)[zh ? 'zh' : 'en']}</span>;
  if (rule === undefined)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`trace.${group ?? 'all'}`)}
      </Box>
    );
  const grey = { color: 'text.secondary', fontSize: '0.8125rem' } as const;
  return (
    <>
      <Box component="span" sx={{ fontWeight: decides ? 700 : 400, mr: 'auto' }}>
        {SENTENCES.ruleName(rule.name)[zh ? 'zh' : 'en']}
      </Box>
      {nearMiss ? (
        <Box component="span" sx={{ ...grey, fontWeight: 600 }}>
          {t('trace.nearMiss')}
        </Box>
      ) : null}
      {decides ? (
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
          {t('trace.decides')} <DispositionChip value={OUTCOME[rule.effect] ?? 'no_action'} size="small" />
        </Box>
      ) : (
        <Box component="span" sx={grey}>
          {t(`wouldBe.${rule.effect}`)}
        </Box>
      )}
      {rule.clauseId === null ? null : (
        <Box component="span" sx={{ ...grey, fontFamily: MONO }}>
          {rule.clauseId}
        </Box>
      )}
    </>
  );
}
