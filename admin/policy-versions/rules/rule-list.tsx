import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import type { Rule } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { setRules } from '../model/edit-content.ts';
import { groupByStage, moveRule, placeOf } from '../model/rule-order.ts';
import { RuleItem } from './rule-item.tsx';

export interface RuleListProps {
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** Every rule in the order in which it is tried, by stage; moved within its stage by drag, keys or menu. */
export function RuleList({ chosen, onChoose }: RuleListProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { content, edit, editable, announce } = useDraft();
  const [text, setText] = useState('');
  const [dragged, setDragged] = useState<Rule | null>(null);
  const { rules } = content.ruleset;
  /** `to` is counted from 0 within the stage. */
  const move = (name: string, to: number): void => {
    const next = moveRule(rules, name, to);
    const title = SENTENCES.ruleName(name)[locale];
    if (next === rules) return announce(words.stays(title));
    edit((now) => setRules(now, next));
    const { place, of } = placeOf(next, name);
    announce(words.moved(title, place, of));
  };
  let number = 0;
  return (
    <Box>
      <TextField
        fullWidth
        type="search"
        label={words.find}
        data-list-search
        value={text}
        onChange={(event) => setText(event.target.value)}
        sx={{ mb: 1 }}
      />
      {groupByStage(rules).map(({ stage, rules: members }) => (
        <section key={stage} aria-labelledby={`stage-${stage}`}>
          <Typography id={`stage-${stage}`} variant="h3" sx={{ mt: 1.5, mb: 0.5, color: 'text.secondary' }}>
            {SENTENCES.stage(stage)[locale]}
          </Typography>
          <Box component="ol" sx={LIST}>
            {members.map((rule, index) => {
              number += 1;
              if (!matchesText(rule, text)) return null;
              return (
                <RuleItem
                  key={rule.name}
                  rule={rule}
                  number={number}
                  chosen={rule.name === chosen}
                  movable={editable && members.length > 1}
                  onChoose={() => onChoose(rule.name)}
                  first={index === 0}
                  last={index === members.length - 1}
                  onMove={(by) => move(rule.name, by === 'first' ? 0 : by === 'last' ? members.length - 1 : index + by)}
                  onDragStart={() => setDragged(rule)}
                  onDragEnd={(dropped) => {
                    setDragged(null);
                    if (!dropped) announce(words.stays(SENTENCES.ruleName(rule.name)[locale]));
                  }}
                  dropTarget={dragged !== null && dragged.event.params.stage === stage && dragged.name !== rule.name}
                  onDrop={() => {
                    if (dragged !== null) move(dragged.name, index);
                  }}
                />
              );
            })}
          </Box>
        </section>
      ))}
    </Box>
  );
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const;

const NO_NAMES = { dictionary: new Map(), parameters: [] };

/** Whether a rule's names, reason, clause or sentence contain what is sought. */
function matchesText(rule: Rule, text: string): boolean {
  const sought = text.trim().toLowerCase();
  const { reasonCode, clause = '' } = rule.event.params;
  const words = [rule.name, SENTENCES.ruleName(rule.name).zh, reasonCode, clause, SENTENCES.rule(rule, NO_NAMES).en];
  return words.some((one) => one.toLowerCase().includes(sought));
}
