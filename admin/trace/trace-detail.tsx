import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useRead } from '../api/use-read.ts';
import { ClauseRef } from '../common/clause-ref.tsx';
import { FactsList } from '../common/facts-list.tsx';
import { IdLink } from '../common/refs.tsx';
import { MONO } from '../theme/create-theme-options.ts';
import type { TraceItem } from './trace-item.ts';

interface ClauseRow {
  readonly id: string;
  readonly paraphrase: string;
}

/** Clauses of a policy by id; read once a while. */
function useClause(policy: string, id: string | null): string | undefined {
  const { data } = useRead<readonly ClauseRow[]>(
    id === null ? null : `/api/policies/${encodeURIComponent(policy)}/clauses`,
    { staleMs: 600_000 },
  );
  return data?.find((clause) => clause.id === id)?.paraphrase;
}

export interface TraceDetailProps {
  readonly item: TraceItem | undefined;
  /** Name of the tree that it belongs to. */
  readonly tree: string;
  readonly policy: string;
  readonly version: number;
}

/** What the selected line looked at. Stands under the tree, since nothing inside an item of a tree may take the focus. */
export function TraceDetail({ item, tree, policy, version }: TraceDetailProps): ReactElement {
  const t = useTranslate();
  const paraphrase = useClause(policy, item?.rule?.clauseId ?? null);
  const rows = item === undefined ? [] : listRows(item, t, paraphrase, policy, version);
  return (
    <Box
      role="group"
      aria-label={`${tree}: ${t('trace.detail')}`}
      sx={{ p: 2, borderTop: 1, borderColor: 'divider', bgcolor: 'raised', minHeight: 56 }}
    >
      {rows.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t('trace.select')}</Box>
      ) : (
        <FactsList rows={rows} />
      )}
    </Box>
  );
}

type Rows = readonly (readonly [string, ReactNode])[];

function listRows(
  { rule, leaf }: TraceItem,
  t: (key: string, options?: object) => string,
  paraphrase: string | undefined,
  policy: string,
  version: number,
): Rows {
  if (rule !== undefined) {
    return [
      [t('trace.ruleName'), <Code key="name">{rule.name}</Code>],
      [t('trace.stage'), t(`stage.${rule.stage}`, { _: rule.stage })],
      [t('trace.reason'), <Code key="reason">{rule.reasonCode}</Code>],
      [
        t('trace.clause'),
        rule.clauseId === null ? null : <ClauseRef key="clause" id={rule.clauseId} paraphrase={paraphrase} />,
      ],
    ];
  }
  if (leaf === undefined) return [];
  return [
    [t('trace.fact'), <Code key="fact">{leaf.fact}</Code>],
    [
      t('trace.actual'),
      showValue(leaf.actual, leaf.state === 'not_applicable' ? t('state.not_applicable') : t('common.notKnown'), t),
    ],
    [t('trace.operand'), showValue(leaf.operand, t('trace.unset'), t)],
    [
      t('trace.parameter'),
      leaf.parameter === null ? null : (
        <span key="parameter">
          <Code>{leaf.parameter}</Code> ·{' '}
          <IdLink to={`/policies/${policy}/show`}>
            {policy} v{version}
          </IdLink>
        </span>
      ),
    ],
  ];
}

function Code({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.9em' }}>
      {children}
    </Box>
  );
}

/** A fact’s or an operand’s value: lists with commas, yes and no, anything else as it is stored. */
export function showValue(value: unknown, whenNull: string, t: (key: string) => string): string {
  if (value === null || value === undefined) return whenNull;
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (Array.isArray(value))
    return value.length === 0 ? t('common.none') : value.map((part) => showValue(part, whenNull, t)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
