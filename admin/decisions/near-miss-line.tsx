import MuiLink from '@mui/material/Link';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { TraceView } from '../../server/contract/http/trace-view.ts';
import { SENTENCES } from '../../server/contract/sentences.ts';
import { selectDecisive } from '../trace/trace-item.ts';

/** What alone kept a better outcome away, and by how much; nothing where there is no such thing. Leads to the rule. */
export function NearMissLine({ trace }: { readonly trace: TraceView | undefined }): ReactElement | null {
  const t = useTranslate();
  const [locale] = useLocaleState();
  if (trace === undefined) return null;
  const raised = selectDecisive(trace)?.decidedBy === 'floor' ? t('decision.raisedByFloor') : null;
  if (trace.nearMiss === null) return raised === null ? null : <span>{raised}.</span>;
  const { words, rule } = trace.nearMiss;
  const better = selectDecisive(trace)?.policy.rules.find(({ name }) => name === rule);
  const language = locale.startsWith('zh') ? 'zh' : 'en';
  const outcome = better === undefined ? '' : t(`wouldBe.${better.effect}`);
  return (
    <span>
      {raised === null ? '' : `${raised}. `}
      <MuiLink href="#why" color="inherit" underline="always">
        {t('decision.nearMissIntro', { words: words[language], rule: SENTENCES.ruleName(rule)[language], outcome })}
      </MuiLink>
    </span>
  );
}
