import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ClauseRef } from '../common/clause-ref.tsx';
import { MONO } from '../theme/create-theme-options.ts';
import { useStaffLocale, useWords } from '../policies/use-words.ts';
import { ViewSwitch } from '../policies/view-switch.tsx';
import type { DiffItem } from '../../server/contract/policy-vocabulary.ts';
import { ChangeSentence } from './change-sentence.tsx';

/** A change as the server or the browser lists it. */
type DiffEntry = Omit<DiffItem, 'clause' | 'unit' | 'old' | 'new'> & {
  readonly clause?: string | null;
  readonly old?: unknown;
  readonly new?: unknown;
};

export interface SemanticDiffProps {
  readonly items: readonly DiffEntry[];
  readonly clauses?: readonly { readonly id: string; readonly paraphrase: string }[];
  /** Offers the JSON of each change too. */
  readonly switchable?: boolean;
}

const KINDS = ['parameter', 'matrix', 'rule', 'message', 'basis', 'case'] as const;

/** Everything that differs between two versions: the word, the sentence, the clause; JSON only as the second view. */
export function SemanticDiff({ items, clauses = [], switchable = false }: SemanticDiffProps): ReactElement {
  const words = useWords().diff;
  const [view, setView] = useState<'sentences' | 'json'>('sentences');
  if (items.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.empty}
      </Typography>
    );
  const counts = KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const).filter(
    ([, count]) => count > 0,
  );
  const ordered = KINDS.flatMap((kind) => items.filter((item) => item.kind === kind));
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {counts.map(([kind, count]) => words.count(words.kind[kind], count)).join(' · ')}
        </Typography>
        {switchable ? (
          <ViewSwitch
            label={words.view}
            value={view}
            onChange={setView}
            options={[
              { value: 'sentences', label: words.sentences },
              { value: 'json', label: words.json },
            ]}
          />
        ) : null}
      </Box>
      <Box component="ul" aria-label={words.list} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {ordered.map((item) => (
          <Box component="li" key={`${item.kind}/${item.name}/${item.change}`} sx={{ minWidth: 0 }}>
            {view === 'sentences' ? <SentenceRow item={item} clauses={clauses} /> : <JsonRow item={item} />}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function SentenceRow({
  item,
  clauses,
}: {
  readonly item: DiffEntry;
  readonly clauses: readonly { readonly id: string; readonly paraphrase: string }[];
}): ReactElement {
  const words = useWords().diff;
  const locale = useStaffLocale();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25, alignItems: 'baseline' }}>
      <Typography variant="caption" sx={{ color: 'text.secondary', minWidth: 64 }}>
        {words.change[item.change]}
      </Typography>
      <ChangeSentence sentence={item.sentence[locale]} change={item.change} />
      {item.clause === undefined || item.clause === null ? null : (
        <ClauseRef id={item.clause} paraphrase={clauses.find(({ id }) => id === item.clause)?.paraphrase} />
      )}
    </Box>
  );
}

function JsonRow({ item }: { readonly item: DiffEntry }): ReactElement {
  const words = useWords().diff;
  const show = (value: unknown): string =>
    value === undefined || value === null ? '–' : JSON.stringify(value, null, 2);
  return (
    <Box>
      <Typography variant="h3" component="p">
        {item.kind} {item.name}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(2, minmax(0,1fr))' } }}
      >
        {(
          [
            [words.before, item.old],
            [words.after, item.new],
          ] as const
        ).map(([label, value]) => (
          <Box key={label}>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {label}
            </Typography>
            <Box
              component="pre"
              tabIndex={0}
              aria-label={`${item.name} ${label}`}
              sx={{
                m: 0,
                p: 1,
                bgcolor: 'raised',
                fontFamily: MONO,
                fontSize: '0.75rem',
                overflow: 'auto',
                maxHeight: 320,
              }}
            >
              {show(value)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
