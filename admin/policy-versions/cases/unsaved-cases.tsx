import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { sameValue } from '../model/same-value.ts';

type Cases = readonly GoldenCase[];

/** Cases that were written or changed since the draft was saved. */
export function listUnsaved(saved: Cases, edited: Cases): Cases {
  return edited.filter((one) => !saved.some((other) => sameValue(one, other)));
}

/** Results that still stand: those of golden cases, and of own ones that are as they were saved. */
export function selectCurrent(rows: readonly CaseRowView[], saved: Cases, edited: Cases): readonly CaseRowView[] {
  const stale = new Set(saved.filter((one) => !edited.some((other) => sameValue(one, other))).map(({ name }) => name));
  return rows.filter((row) => row.origin === 'golden' || !stale.has(row.name));
}

/** Cases that the draft has and nobody has run: what is expected of them is known, what becomes of them is not. */
export function UnsavedCases({
  cases,
  acts,
}: {
  readonly cases: Cases;
  readonly acts: (golden: GoldenCase) => ReactNode;
}): ReactElement {
  const { cases: words } = useWords();
  const t = useTranslate();
  const locale = useStaffLocale();
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'tone.changed.fg', pl: 1.5, my: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 600, color: 'tone.changed.fg' }}>
        {words.unsavedTitle(cases.length)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.unsavedHelp}
      </Typography>
      <Box component="ul" aria-label={words.unsavedTitle(cases.length)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {cases.map((golden) => (
          <Box component="li" key={golden.name} sx={{ py: 1 }}>
            <Typography variant="body2" lang="en" sx={{ overflowWrap: 'anywhere' }}>
              {golden.name}
            </Typography>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {words.unsaved} · {words.expected}: {t(`disposition.${golden.expect.disposition}`)}
              {golden.expect.rule === null ? '' : ` · ${SENTENCES.ruleName(golden.expect.rule)[locale]}`}
            </Typography>
            {acts(golden)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
