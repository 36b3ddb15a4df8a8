import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { FlipRowView, OutcomeView } from '../../../server/contract/http/policy-gate-view.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { Panel } from '../../common/panel.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { findParameter } from '../model/edit-content.ts';
import { FlipTable } from './flip-table.tsx';
import { listFlipSubjects } from './group-flips.ts';
import type { FlipSubject } from './group-flips.ts';

/** How good an outcome is for the customer; the fall of a flip is the difference. */
const RANK: Readonly<Record<OutcomeView['disposition'], number>> = {
  denied: 0,
  no_action: 1,
  needs_info: 2,
  referred: 3,
  granted: 4,
};

/** The flip by which a customer loses the most. */
function worstFlip(rows: readonly FlipRowView[]): FlipRowView | undefined {
  const fall = ({ live, draft }: FlipRowView): number =>
    live === null ? 0 : RANK[live.disposition] - RANK[draft.disposition];
  return rows.toSorted((a, b) => fall(b) - fall(a))[0];
}

/** Boundary cases of the changed values and rules, by what changed; those that flip are looked at and acknowledged. */
export function FlipsPanel(): ReactElement {
  const { cases: words, review } = useWords();
  const locale = useStaffLocale();
  const { version, live, dirty, editable, refresh } = useDraft();
  const rows = version.gate.flips.rows;
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const subjects = listFlipSubjects(rows);
  const chosen = rows.filter((row) => ids.has(row.id) && row.acknowledged === null);
  const toggle = (some: readonly string[]): void =>
    setIds(
      some.every((id) => ids.has(id))
        ? new Set([...ids].filter((one) => !some.includes(one)))
        : new Set([...ids, ...some]),
    );
  const selected = editable && !dirty ? { ids, onToggle: toggle } : null;
  const acknowledge = async (list: readonly FlipRowView[]): Promise<void> => {
    await post(`${versionPath(version.id)}/acknowledge`, { flipIds: list.map((row) => row.id) });
    setIds(new Set());
    await refresh();
  };
  const headOf = ({ parameter, rule }: FlipSubject): string => {
    if (parameter === null) return words.flipsOfRule(SENTENCES.ruleName(rule ?? '')[locale]);
    const [was, is] = [findParameter(live, parameter), findParameter(version.content, parameter)];
    return was !== null && is !== null ? SENTENCES.valueChange(was, is)[locale] : (is?.label[locale] ?? parameter);
  };
  return (
    <Panel
      title={words.flips}
      actions={
        selected !== null && chosen.length > 0 ? (
          <Acknowledge rows={chosen} onRun={async () => acknowledge(chosen)} />
        ) : null
      }
    >
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.nowhere}
        </Typography>
      ) : null}
      {dirty ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {review.unsavedFirst}
        </Typography>
      ) : null}
      {subjects.map((subject) => {
        const own = rows.filter((row) => row.parameter === subject.parameter && row.rule === subject.rule);
        const open = own.filter((row) => row.flips && row.acknowledged === null);
        return (
          <Box
            component="section"
            key={`${subject.parameter}/${subject.rule}`}
            aria-label={headOf(subject)}
            sx={{ mb: 2 }}
          >
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
              <Typography variant="h3" sx={{ flex: 1, minWidth: 200, overflowWrap: 'anywhere' }}>
                {headOf(subject)}
              </Typography>
              {selected !== null && open.length > 0 && chosen.length === 0 ? (
                <Acknowledge rows={open} onRun={async () => acknowledge(open)} />
              ) : null}
            </Box>
            <FlipTable rows={own} selected={selected} />
          </Box>
        );
      })}
    </Panel>
  );
}

function Acknowledge({
  rows,
  onRun,
}: {
  readonly rows: readonly FlipRowView[];
  readonly onRun: () => Promise<void>;
}): ReactElement {
  const { cases: words } = useWords();
  const locale = useStaffLocale();
  const worst = worstFlip(rows);
  return (
    <ActButton
      label={words.acknowledge(rows.length)}
      title={words.acknowledgeTitle}
      verb={words.acknowledgeVerb}
      run={onRun}
      consequence={words.acknowledgeConsequence(
        rows.length,
        worst === undefined ? '–' : `${worst.at[locale]}, ${worst.sentence[locale]}`,
      )}
    />
  );
}
