import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Rule, Stage } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { setRules } from '../model/edit-content.ts';
import { insertRule, orderRules } from '../model/rule-order.ts';
import { RuleDetail } from './rule-detail.tsx';
import { RuleList } from './rule-list.tsx';

const CHOSEN = 'chosen-rule';

/** The rules by stage, and the one that is chosen; under 1,024 px the list is a page and the rule its detail. */
export function RulesTab(): ReactElement {
  const { rules: words } = useWords();
  const { content, editable, edit, scratch } = useDraft();
  const narrow = useMediaQuery('(max-width:1023px)', { noSsr: true });
  const [params, setParams] = useSearchParams();
  const [first] = orderRules(content.ruleset.rules);
  const find = (name: string | null | undefined) => content.ruleset.rules.find((rule) => rule.name === name);
  const chosen = find(params.get('rule')) ?? (narrow ? undefined : (find(scratch.get(CHOSEN)) ?? first));
  const choose = (name: string | null): void => {
    // Remembered, so that another tab and back shows the same rule.
    scratch.set(CHOSEN, name ?? '');
    setParams(name === null ? {} : { rule: name }, { replace: !narrow });
  };
  // A rule keeps its part of the screen while its name is typed, and with it the cursor.
  const [renamed, setRenamed] = useState<{ readonly name: string; readonly key: string } | null>(null);
  const detailKey = renamed !== null && renamed.name === chosen?.name ? renamed.key : (chosen?.name ?? '');
  const rename = (name: string): void => {
    setRenamed({ name, key: detailKey });
    choose(name);
  };
  const add = (): void => {
    const name = freeName(content.ruleset.rules, words.newName);
    const stage = chosen?.event.params.stage ?? 'eligibility';
    edit((now) => setRules(now, insertRule(now.ruleset.rules, newRule(name, stage))));
    choose(name);
  };
  const list = (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {words.title}
        </Typography>
        {editable ? (
          <Button variant="outlined" onClick={add}>
            {words.add}
          </Button>
        ) : null}
      </Box>
      <RuleList chosen={chosen?.name ?? null} onChoose={choose} />
    </Box>
  );
  const detail =
    chosen === undefined ? (
      <Typography sx={{ color: 'text.secondary' }}>{words.none}</Typography>
    ) : (
      <RuleDetail key={detailKey} rule={chosen} onRename={rename} onGone={() => choose(null)} />
    );
  if (narrow)
    return chosen === undefined ? (
      list
    ) : (
      <Box>
        <Button onClick={() => choose(null)} sx={{ mb: 1 }}>
          ← {words.back}
        </Button>
        {detail}
      </Box>
    );
  return (
    <Box
      sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(320px, 5fr) minmax(0, 8fr)', alignItems: 'start' }}
    >
      {list}
      {/* Another rule begins at its top. */}
      <Box key={detailKey} sx={BESIDE}>
        {detail}
      </Box>
    </Box>
  );
}

/** Stays beside a list that is longer than the window, and scrolls by itself, between the app bar and the save bar. */
const BESIDE = {
  position: 'sticky',
  top: 56,
  maxHeight: 'calc(100vh - 128px)',
  overflowY: 'auto',
  minWidth: 0,
} as const;

/** A name that no rule has: the given one, or with the first number that is free. */
function freeName(rules: readonly Rule[], wanted: string): string {
  const taken = new Set(rules.map((rule) => rule.name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

/** A rule to begin with: it sends every claim that a person filed to a person. */
function newRule(name: string, stage: Stage): Rule {
  return {
    name,
    priority: 1,
    conditions: { all: [{ fact: 'claim.automatic', operator: 'equal', value: false }] },
    event: { type: 'refer', params: { stage, reasonCode: 'POLICY_SILENT' } },
  };
}
