import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { EvaluationReply } from '../../../server/contract/http/replies.ts';
import type { RulesetTraceView, TraceView } from '../../../server/contract/http/trace-view.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { DispositionChip } from '../../common/disposition-chip.tsx';
import { Panel } from '../../common/panel.tsx';
import { wordVerdict } from '../../decisions/word-verdict.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { listTraceItems, selectDecisive } from '../../trace/trace-item.ts';
import { TraceTree } from '../../trace/trace-tree.tsx';
import { findTwin, selectDiffering } from './select-differing.ts';

type Candidate = TraceView['candidates'][number];
type TryWords = ReturnType<typeof useWords>['try'];

interface TriedVersion {
  readonly policy: string;
  readonly number: number;
}

export interface TrySideProps {
  readonly title: string;
  /** What this side stands for: what is live of the policy, by its number, or the draft, which has none (0). */
  readonly tried: TriedVersion;
  readonly side: EvaluationReply;
  /** The other side, where only what differs from it is shown. */
  readonly other: EvaluationReply | null;
}

/** One decision: the verdict, the versions that it was made by, and of each the policy's own rules before the floor's. */
export function TrySide({ title, tried, side, other }: TrySideProps): ReactElement {
  const { try: words } = useWords();
  const locale = useStaffLocale();
  const t = useTranslate();
  const { decision, trace } = side;
  const candidate = selectDecisive(trace);
  const decided = candidate?.decidedBy === 'floor' ? candidate.floor : candidate?.policy;
  const rule = decided?.rules.find((one) => one.name === decided.rule);
  const two = trace.candidates.length > 1;
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
        {` · ${sayVersions(trace, tried, words)}`}
        {trace.nearMiss === null ? '' : ` · ${trace.nearMiss.words[locale]}`}
        {decision.missing.length === 0 ? '' : ` · ${words.missing(decision.missing.join(', '))}`}
      </Typography>
      {tried.number === 0 && candidate?.basis === 'purchase_time' && !two ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          {words.purchaseAlone}
        </Typography>
      ) : null}
      {trace.candidates.map((one, index) => (
        <CandidateTrace
          key={one.basis}
          candidate={one}
          counts={two && index === trace.decisive}
          nearMissRule={trace.nearMiss?.rule ?? null}
          twin={other === null ? undefined : findTwin(one, other.trace)}
          side={title}
          tried={tried}
        />
      ))}
    </Panel>
  );
}

/** A version by its number. One that stands in for a case that is only told has none: it is the side's own, or simply in force. */
function sayVersion({ policy, number }: TriedVersion, tried: TriedVersion, words: TryWords): string {
  if (number > 0) return words.version(number);
  if (policy !== tried.policy) return words.inForce;
  return tried.number === 0 ? words.thisDraft : words.version(tried.number);
}

/** By which versions it was decided, and which of them counted. */
function sayVersions(trace: TraceView, tried: TriedVersion, words: TryWords): string {
  const names = trace.candidates.map(({ policy }) => sayVersion(policy.version, tried, words));
  const counts = names[trace.decisive] ?? '';
  return names.length > 1 ? words.moreGenerous(names.join(', '), counts) : words.byOne(counts);
}

interface CandidateTraceProps {
  readonly candidate: Candidate;
  /** Whether it decided, where two were looked at. */
  readonly counts: boolean;
  readonly nearMissRule: string | null;
  /** The same version's place on the other side, where only what differs is shown. */
  readonly twin: Candidate | undefined;
  readonly side: string;
  readonly tried: TriedVersion;
}

function CandidateTrace({ candidate, counts, nearMissRule, twin, side, tried }: CandidateTraceProps): ReactElement {
  const { try: words } = useWords();
  const t = useTranslate();
  const { policy, floor } = candidate;
  const version = sayVersion(policy.version, tried, words);
  const name = candidate.basis === 'purchase_time' ? words.atPurchase(version) : words.atRequest(version);
  const heading = [name, t(`disposition.${candidate.disposition}`), ...(counts ? [words.counts] : [])].join(' · ');
  return (
    <Box sx={{ mx: -2, borderTop: 1, borderColor: 'divider', '&:last-of-type': { mb: -2 } }}>
      <Heading>{heading}</Heading>
      <Rules
        ruleset={policy}
        twin={twin?.policy}
        label={`${words.trace}: ${side}, ${name}`}
        nearMissRule={nearMissRule}
      />
      {floor === null ? null : (
        <>
          <Heading>{words.floor(sayVersion(floor.version, tried, words))}</Heading>
          <Rules
            ruleset={floor}
            twin={twin === undefined ? undefined : (twin.floor ?? undefined)}
            label={`${t('decision.floorHeading')}: ${side}, ${name}`}
            nearMissRule={nearMissRule}
          />
        </>
      )}
    </Box>
  );
}

function Heading({ children }: { readonly children: string }): ReactElement {
  return (
    <Typography variant="h3" sx={{ px: 2, pt: 1.5, pb: 0.5, fontSize: '0.875rem' }}>
      {children}
    </Typography>
  );
}

interface RulesProps {
  readonly ruleset: RulesetTraceView;
  readonly twin: RulesetTraceView | undefined;
  readonly label: string;
  readonly nearMissRule: string | null;
}

function Rules({ ruleset, twin, label, nearMissRule }: RulesProps): ReactElement {
  const { try: words } = useWords();
  const rules = selectDiffering(ruleset.rules, twin?.rules);
  if (rules.length === 0)
    return (
      <Typography variant="body2" sx={{ px: 2, pb: 1.5, color: 'text.secondary' }}>
        {words.nothingDiffers}
      </Typography>
    );
  return (
    <TraceTree
      items={listTraceItems(rules, nearMissRule)}
      label={label}
      policy={ruleset.version.policy}
      version={ruleset.version.number}
    />
  );
}
