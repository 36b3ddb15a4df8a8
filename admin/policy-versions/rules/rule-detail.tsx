import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createSentenceContext, SENTENCES } from '../../../server/contract/sentences.ts';
import type { Parameter, Rule } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { ViewSwitch } from '../../policies/view-switch.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { setRule, setRules } from '../model/edit-content.ts';
import { addParameter, replaceOperand } from '../model/make-parameter.ts';
import { listFindings } from '../model/list-findings.ts';
import { placeOf } from '../model/rule-order.ts';
import { sameValue } from '../model/same-value.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import { FindingFields } from './finding-fields.tsx';
import { RuleJson } from './rule-json.tsx';

export interface RuleDetailProps {
  readonly rule: Rule;
  /** The rule has another name now. */
  readonly onRename: (name: string) => void;
  /** The rule is gone. */
  readonly onGone: () => void;
}

/** One rule: its sentence in both languages, and the builder or the JSON, which edit one value. */
export function RuleDetail({ rule, onRename, onGone }: RuleDetailProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { content, edit, editable, version, scratch, announce } = useDraft();
  const broken = scratch.has(`rule/${rule.name}`);
  const [view, setView] = useState<RuleView>(broken ? 'json' : 'builder');
  const [shut, setShut] = useState(broken);
  const findings = listFindings(version.gate.lint, content.ruleset.rules.indexOf(rule));
  const change = (next: Rule): void => {
    edit((now) => setRule(now, rule.name, next));
    if (next.name !== rule.name) onRename(next.name);
  };
  const make = (path: readonly number[], parameter: Parameter): void => {
    const conditions = replaceOperand(rule.conditions, path, { fact: `param.${parameter.name}` });
    edit((now) => setRule(addParameter(now, parameter), rule.name, { ...rule, conditions }));
    announce(words.make.made(parameter.label[locale]));
  };
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label={SENTENCES.ruleName(rule.name)[locale]}
      sx={{ p: 2, minWidth: 0 }}
    >
      <RuleHead rule={rule} view={view} shut={shut} onView={setView} />
      {findings.map((one) => (
        <Alert key={`${one.path} ${one.code}`} severity="warning" variant="outlined" sx={{ mb: 1 }} lang="en">
          {one.message}
        </Alert>
      ))}
      {shut ? (
        <Alert severity="error" variant="outlined" sx={{ mb: 1 }}>
          {words.jsonBroken}
        </Alert>
      ) : null}
      {view === 'json' ? (
        <RuleJson rule={rule} onChange={change} onBroken={setShut} />
      ) : (
        <>
          <ConditionBuilder
            condition={rule.conditions}
            parameters={content.parameters}
            clauses={rule.event.params.clause === undefined ? [] : [rule.event.params.clause]}
            onChange={(conditions) => change({ ...rule, conditions })}
            onMake={make}
          />
          <FindingFields rule={rule} onChange={change} />
        </>
      )}
      {editable ? <RuleActs rule={rule} onChange={change} onGone={onGone} /> : null}
    </Paper>
  );
}

type RuleView = 'builder' | 'json';

/** What the rule is called, where it stands, and what it says in both languages. */
function RuleHead({
  rule,
  view,
  shut,
  onView,
}: {
  readonly rule: Rule;
  readonly view: RuleView;
  readonly shut: boolean;
  readonly onView: (view: RuleView) => void;
}): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { content } = useDraft();
  const sentence = SENTENCES.rule(rule, createSentenceContext(content.parameters));
  const { place, of } = placeOf(content.ruleset.rules, rule.name);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>
          {SENTENCES.ruleName(rule.name)[locale]}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {words.place(SENTENCES.stage(rule.event.params.stage)[locale], place, of)}
        </Typography>
        <ViewSwitch
          label={words.view}
          value={view}
          onChange={onView}
          options={[
            { value: 'builder', label: words.builder, disabled: shut },
            { value: 'json', label: words.json },
          ]}
        />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }} lang="en">
        {sentence.en}
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere', mb: 2, color: 'text.secondary' }} lang="zh">
        {sentence.zh}
      </Typography>
    </>
  );
}

/** Puts the rule back to what is live, or takes it away. */
function RuleActs({
  rule,
  onChange,
  onGone,
}: {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onGone: () => void;
}): ReactElement {
  const { rules: words } = useWords();
  const { live, edit } = useDraft();
  const original = live.ruleset.rules.find((one) => one.name === rule.name);
  const remove = (): void => {
    edit((now) =>
      setRules(
        now,
        now.ruleset.rules.filter((one) => one.name !== rule.name),
      ),
    );
    onGone();
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      {original !== undefined && !sameValue(original, rule) ? (
        <Button onClick={() => onChange(original)}>{words.undo}</Button>
      ) : null}
      <Button color="error" onClick={remove}>
        {words.remove}
      </Button>
    </Box>
  );
}
