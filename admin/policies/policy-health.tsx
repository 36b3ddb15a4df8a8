import CheckIcon from '@mui/icons-material/Check';
import PriorityHigh from '@mui/icons-material/PriorityHigh';
import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { Panel } from '../common/panel.tsx';
import { TextLink } from './text-link.tsx';
import { StartDraftButton } from './start-draft-button.tsx';
import { useStaffLocale, useWords } from './use-words.ts';

/** What an owner should look at: values that are not set, assumptions, clauses, decisions. */
export function PolicyHealth({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { page: words } = useWords();
  const locale = useStaffLocale();
  const { unset, assumed, clauses, decisions } = policy.health;
  const names = (list: readonly { readonly label: { readonly en: string; readonly zh: string } }[]): string =>
    list.map(({ label }) => label[locale]).join(locale === 'zh' ? '、' : ', ');
  return (
    <Panel title={words.health}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25, fontSize: '0.875rem' }}>
        <Line
          good={unset.length === 0}
          act={
            unset.length === 0 ? null : (
              <StartDraftButton
                policy={policy.id}
                from={policy.live?.number ?? null}
                label={words.set}
                variant="text"
              />
            )
          }
        >
          {unset.length === 0 ? words.allSet : words.unsetNames(names(unset))}
        </Line>
        <Line
          good={assumed.length === 0}
          act={
            assumed.length === 0 ? null : (
              <StartDraftButton
                policy={policy.id}
                from={policy.live?.number ?? null}
                label={words.confirm}
                variant="text"
              />
            )
          }
        >
          {assumed.length === 0 ? words.allConfirmed : words.assumedNames(names(assumed))}
        </Line>
        <Line
          good={clauses.accounted === clauses.total}
          act={<TextLink to={`/policies/${policy.id}/show/clauses`}>{words.clauses}</TextLink>}
        >
          {words.clausesAccounted(clauses.accounted, clauses.total)}
        </Line>
        {policy.live === null || decisions === null ? null : (
          <Line
            good
            act={
              <TextLink to={`/decisions?filter=${encodeURIComponent(JSON.stringify({ program: policy.id }))}`}>
                {words.open}
              </TextLink>
            }
          >
            {words.decisionsCount(decisions, policy.live.number)}
          </Line>
        )}
      </Box>
    </Panel>
  );
}

function Line({
  good,
  act,
  children,
}: {
  readonly good: boolean;
  readonly act: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const words = useWords().editor;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      {good ? (
        <CheckIcon fontSize="small" titleAccess={words.ok} />
      ) : (
        <Box component="span" sx={{ color: 'tone.unset.fg', display: 'inline-flex' }}>
          <PriorityHigh fontSize="small" titleAccess={words.open} />
        </Box>
      )}
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
      {act}
    </Box>
  );
}
