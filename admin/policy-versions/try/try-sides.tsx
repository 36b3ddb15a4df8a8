import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { TryReply } from '../../../server/contract/http/policy-requests.ts';
import type { EvaluationReply } from '../../../server/contract/http/replies.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { post } from '../../api/request.ts';
import { ActButton } from '../../common/act-button.tsx';
import { DispositionChip } from '../../common/disposition-chip.tsx';
import { Panel } from '../../common/panel.tsx';
import { wordVerdict } from '../../decisions/word-verdict.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { listTraceItems, selectDecisive } from '../../trace/trace-item.ts';
import { TraceTree } from '../../trace/trace-tree.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { versionPath } from '../draft/use-draft-state.ts';
import { selectDiffering } from './select-differing.ts';

export interface TrySidesProps {
  readonly reply: TryReply;
  /** What was tried, to be kept as a case. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The two decisions with their traces, live at the left. */
export function TrySides({ reply, body }: TrySidesProps): ReactElement {
  const { try: words } = useWords();
  const { version, editable } = useDraft();
  const [only, setOnly] = useState(reply.differs);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, color: reply.differs ? 'tone.changed.fg' : 'text.secondary' }}>
          {reply.differs ? words.differs : words.same}
        </Typography>
        {reply.live === null ? null : (
          <FormControlLabel
            label={words.onlyDiffering}
            control={<Checkbox size="small" checked={only} onChange={(_event, on) => setOnly(on)} />}
          />
        )}
        {editable && body['caseName'] === undefined ? <KeepCase body={body} /> : null}
      </Box>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}
      >
        {reply.live === null ? null : (
          <Side title={words.live(version.live?.number ?? 0)} side={reply.live} other={only ? reply.draft : null} />
        )}
        <Side title={words.draft} side={reply.draft} other={only ? reply.live : null} />
      </Box>
    </Box>
  );
}

function Side({
  title,
  side,
  other,
}: {
  readonly title: string;
  readonly side: EvaluationReply;
  readonly other: EvaluationReply | null;
}): ReactElement {
  const { try: words } = useWords();
  const locale = useStaffLocale();
  const t = useTranslate();
  const { decision, trace } = side;
  const candidate = selectDecisive(trace);
  const decided = candidate?.decidedBy === 'floor' ? candidate.floor : candidate?.policy;
  const rules = decided === undefined || decided === null ? [] : selectDiffering(decided.rules, other);
  const rule = decided?.rules.find((one) => one.name === decided.rule);
  return (
    <Panel title={title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <DispositionChip value={decision.disposition} />
        <Typography sx={{ fontWeight: 600 }}>{wordVerdict(decision, t, locale)}</Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>
        {rule === undefined
          ? words.nobody
          : words.decides(
              `${SENTENCES.ruleName(rule.name)[locale]}${rule.clauseId === null ? '' : `, ${rule.clauseId}`}`,
            )}
        {trace.nearMiss === null ? '' : ` · ${trace.nearMiss.words[locale]}`}
        {decision.missing.length === 0 ? '' : ` · ${words.missing(decision.missing.join(', '))}`}
      </Typography>
      {decided === undefined || decided === null ? null : (
        <Box sx={{ mx: -2, mb: -2, borderTop: 1, borderColor: 'divider' }}>
          <TraceTree
            items={listTraceItems(rules, trace.nearMiss?.rule ?? null)}
            label={`${words.trace}: ${title}`}
            policy={decided.version.policy}
            version={decided.version.number}
          />
        </Box>
      )}
    </Panel>
  );
}

/** Keeps what was tried, with the live outcome as the expected one. */
function KeepCase({ body }: { readonly body: Readonly<Record<string, unknown>> }): ReactElement {
  const { try: words, cases: caseWords } = useWords();
  const { version, cases, editCases } = useDraft();
  const [name, setName] = useState('');
  const run = async (): Promise<void> => {
    const golden = await post<GoldenCase>(`${versionPath(version.id)}/case-from`, { ...body, name: name.trim() });
    editCases([...cases, golden]);
  };
  return (
    <ActButton
      label={`${words.keep}…`}
      title={words.keep}
      verb={caseWords.keep}
      consequence={caseWords.fromRealConsequence}
      blocked={name.trim() === ''}
      run={run}
      done={words.kept}
    >
      <TextField
        fullWidth
        autoFocus
        label={words.keepName}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </ActButton>
  );
}
