import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { FLOOR_POLICY } from '../../../server/contract/policy-vocabulary.ts';
import type { Parameter, ParameterKind } from '../../../server/contract/policy-vocabulary.ts';
import { APP_BAR_PX } from '../../theme/create-theme-options.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { findParameter } from '../model/edit-content.ts';
import { ChangesRail } from './changes-rail.tsx';
import { ExampleFields } from './example-fields.tsx';
import { ParameterFilter } from './parameter-filter.tsx';
import type { ParameterView } from './parameter-filter.tsx';
import { BasisSection } from './basis-section.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { PARAMETER_COLUMNS } from './row-frame.tsx';
import { checkBasis, checkChanged, checkText, checkView } from './select-parameters.ts';
import { useNeighbourKeys } from './use-neighbour-keys.ts';
import { usePreview } from './use-preview.ts';
import type { WindowExample } from './use-preview.ts';

/** Sections in the order in which owners read them. */
const SECTIONS: readonly {
  readonly section: 'window' | 'cap' | 'rate' | 'duration' | 'switch' | 'list' | 'matrix';
  readonly kinds: readonly ParameterKind[];
}[] = [
  { section: 'window', kinds: ['window'] },
  { section: 'cap', kinds: ['cap'] },
  { section: 'rate', kinds: ['rate', 'threshold'] },
  { section: 'duration', kinds: ['duration'] },
  { section: 'switch', kinds: ['switch'] },
  { section: 'list', kinds: ['list', 'choice'] },
  { section: 'matrix', kinds: ['matrix'] },
];

const DAY_MS = 86_400_000;

/** Where policy owners spend their time: every value beside the live one, with what moves when it changes. */
export function ParametersTab(): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { content, live, version } = useDraft();
  const [view, setView] = useState<ParameterView>('all');
  const [text, setText] = useState('');
  const [focused, setFocused] = useState<string | null>(null);
  const [example, setExample] = useState<WindowExample>(() => ({
    fromAt: Date.parse(version.basisAt) - DAY_MS,
    zone: content.zone,
  }));
  const list = useRef<HTMLDivElement>(null);
  useNeighbourKeys(list);
  const preview = usePreview(version.id, live, content, example);
  // A preview is of values alone; rules are those that are saved.
  const flipsOfRules = version.gate.flips.rows.filter((row) => row.flips && row.rule !== null).length;
  const isChanged = (parameter: Parameter): boolean => checkChanged(parameter, live);
  const inView = (one: ParameterView): readonly Parameter[] =>
    content.parameters.filter((parameter) => checkView(parameter, one, live));
  const shown = inView(view).filter((parameter) => checkText(parameter, text));
  // The floor is beside whichever version counts; it has no choice of its own.
  const hasBasis = version.policy !== FLOOR_POLICY;
  const basisChanged = hasBasis && content.versionBasis !== live.versionBasis;
  const showsBasis = hasBasis && checkBasis(view, text, basisChanged);
  const counts = {
    all: inView('all').length + (hasBasis ? 1 : 0),
    changed: inView('changed').length + (basisChanged ? 1 : 0),
    unset: inView('unset').length,
    assumed: inView('assumed').length,
  };
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <ParameterFilter text={text} view={view} counts={counts} onText={setText} onView={setView} />
        {content.parameters.some((parameter) => parameter.kind === 'window' && isChanged(parameter)) ? (
          <ExampleFields example={example} onChange={setExample} />
        ) : null}
        <Paper ref={list} variant="outlined" sx={{ minWidth: 0 }}>
          <Box aria-hidden="true" sx={{ ...HEAD, top: APP_BAR_PX }}>
            <span>{words.columnName}</span>
            <span>{words.columnLive}</span>
            <span>{words.columnDraft}</span>
          </Box>
          {shown.length === 0 && !showsBasis ? (
            <Typography sx={{ p: 3, color: 'text.secondary' }}>{words.none}</Typography>
          ) : null}
          {SECTIONS.map(({ section, kinds }) => (
            <ParameterSection
              key={section}
              title={words.section[section]}
              parameters={shown.filter((parameter) => kinds.includes(parameter.kind))}
              preview={preview}
              example={example}
              onFocus={setFocused}
            />
          ))}
          {showsBasis ? <BasisSection onFocus={() => setFocused(null)} /> : null}
        </Paper>
      </Box>
      <ChangesRail
        focused={focused === null ? null : findParameter(content, focused)}
        flips={preview.data === undefined ? version.gate.flips.total : preview.data.total + flipsOfRules}
        locale={locale}
      />
    </Box>
  );
}

const HEAD = {
  position: 'sticky',
  zIndex: 2,
  display: { xs: 'none', md: 'grid' },
  gap: 2,
  gridTemplateColumns: PARAMETER_COLUMNS,
  px: 2.5,
  py: 1,
  bgcolor: 'raised',
  borderBottom: 1,
  borderColor: 'divider',
  fontSize: '0.8125rem',
  fontWeight: 600,
} as const;
