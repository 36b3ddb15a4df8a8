import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Parameter, ParameterKind } from '../../../server/contract/policy-vocabulary.ts';
import { APP_BAR_PX } from '../../theme/create-theme-options.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { findParameter } from '../model/edit-content.ts';
import { listRulesByParameter } from '../model/list-rules-by-parameter.ts';
import { sameValue } from '../model/same-value.ts';
import { ChangesRail } from './changes-rail.tsx';
import { ExampleFields } from './example-fields.tsx';
import { ParameterFilter } from './parameter-filter.tsx';
import type { ParameterView } from './parameter-filter.tsx';
import { ParameterRow } from './parameter-row.tsx';
import { usePreview } from './use-preview.ts';
import type { WindowExample } from './use-preview.ts';

/** Sections in the order in which owners read them. */
const SECTIONS: readonly { readonly section: 'window' | 'cap' | 'rate' | 'duration' | 'switch' | 'list' | 'matrix'; readonly kinds: readonly ParameterKind[] }[] = [
  { section: 'window', kinds: ['window'] }, { section: 'cap', kinds: ['cap'] }, { section: 'rate', kinds: ['rate', 'threshold'] },
  { section: 'duration', kinds: ['duration'] }, { section: 'switch', kinds: ['switch'] }, { section: 'list', kinds: ['list', 'choice'] }, { section: 'matrix', kinds: ['matrix'] },
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
  const [example, setExample] = useState<WindowExample>(() => ({ fromAt: Date.parse(version.basisAt) - DAY_MS, zone: content.zone }));
  const preview = usePreview(version.id, live, content, example);
  const rules = listRulesByParameter(content);
  const isChanged = ({ name, value }: Parameter): boolean => !sameValue(findParameter(live, name)?.value, value);
  const matches: Readonly<Record<ParameterView, (parameter: Parameter) => boolean>> = {
    all: () => true, changed: isChanged, unset: ({ provenance }) => provenance === 'unset', assumed: ({ provenance }) => provenance === 'assumed',
  };
  const sought = text.trim().toLowerCase();
  const contains = ({ name, label, clauses, note }: Parameter): boolean => sought === '' || [name, label.en, label.zh, note ?? '', ...clauses].some((one) => one.toLowerCase().includes(sought));
  const shown = content.parameters.filter((parameter) => matches[view](parameter) && contains(parameter));
  const counts = { all: content.parameters.length, changed: content.parameters.filter(isChanged).length, unset: content.parameters.filter(matches.unset).length, assumed: content.parameters.filter(matches.assumed).length };
  const ends = (name: string) => {
    const found = preview.data?.windows[name];
    if (found === undefined) return null;
    return { example, liveEndAt: found.live === null ? null : Date.parse(found.live), draftEndAt: found.draft === null ? null : Date.parse(found.draft) };
  };
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <ParameterFilter text={text} view={view} counts={counts} onText={setText} onView={setView} />
        {content.parameters.some((parameter) => parameter.kind === 'window' && isChanged(parameter)) ? <ExampleFields example={example} onChange={setExample} /> : null}
        <Paper variant="outlined" sx={{ minWidth: 0 }}>
          <Box aria-hidden="true" sx={{ ...HEAD, top: APP_BAR_PX }}><span>{words.columnName}</span><span>{words.columnLive}</span><span>{words.columnDraft}</span></Box>
          {shown.length === 0 ? <Typography sx={{ p: 3, color: 'text.secondary' }}>{words.none}</Typography> : null}
          {SECTIONS.map(({ section, kinds }) => {
            const members = shown.filter((parameter) => kinds.includes(parameter.kind));
            if (members.length === 0) return null;
            return (
              <section key={section} aria-labelledby={`section-${section}`}>
                <Typography id={`section-${section}`} variant="h2" sx={{ px: 2, pt: 2, pb: 0.5 }}>{words.section[section]}</Typography>
                <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                  {members.map((parameter) => (
                    <ParameterRow
                      key={parameter.name} parameter={parameter} rules={rules.get(parameter.name) ?? []} busy={preview.busy} onFocus={() => setFocused(parameter.name)}
                      flips={preview.data?.flips.filter((row) => row.parameter === parameter.name) ?? []} ends={ends(parameter.name)}
                    />
                  ))}
                </Box>
              </section>
            );
          })}
        </Paper>
      </Box>
      <ChangesRail focused={focused === null ? null : findParameter(content, focused)} flips={preview.data?.total ?? version.gate.flips.total} locale={locale} />
    </Box>
  );
}

const HEAD = {
  position: 'sticky', zIndex: 2, display: { xs: 'none', md: 'grid' }, gap: 2, gridTemplateColumns: 'minmax(0,260px) minmax(0,150px) minmax(0,1fr)',
  px: 2.5, py: 1, bgcolor: 'raised', borderBottom: 1, borderColor: 'divider', fontSize: '0.8125rem', fontWeight: 600,
} as const;
