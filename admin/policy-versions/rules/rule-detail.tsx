import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createSentenceContext, SENTENCES } from '../../../server/contract/sentences.ts';
import type { Rule } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { ViewSwitch } from '../../policies/view-switch.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { setRule, setRules } from '../model/edit-content.ts';
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
  const { content, live, edit, editable, version, scratch } = useDraft();
  const broken = scratch.has(`rule/${rule.name}`);
  const [view, setView] = useState<'builder' | 'json'>(broken ? 'json' : 'builder');
  const [shut, setShut] = useState(broken);
  const context = createSentenceContext(content.parameters);
  const sentence = SENTENCES.rule(rule, context);
  const { place, of } = placeOf(content.ruleset.rules, rule.name);
  const original = live.ruleset.rules.find((one) => one.name === rule.name);
  const index = content.ruleset.rules.indexOf(rule);
  const findings = version.gate.lint.filter((one) => one.path === `/ruleset/rules/${index}` || one.path.startsWith(`/ruleset/rules/${index}/`));
  const change = (next: Rule): void => {
    edit((now) => setRule(now, rule.name, next));
    if (next.name !== rule.name) onRename(next.name);
  };
  return (
    <Paper component="section" variant="outlined" aria-label={SENTENCES.ruleName(rule.name)[locale]} sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>{SENTENCES.ruleName(rule.name)[locale]}</Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>{words.place(SENTENCES.stage(rule.event.params.stage)[locale], place, of)}</Typography>
        <ViewSwitch label={words.view} value={view} onChange={setView} options={[{ value: 'builder', label: words.builder, disabled: shut }, { value: 'json', label: words.json }]} />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }} lang="en">{sentence.en}</Typography>
      <Typography sx={{ overflowWrap: 'anywhere', mb: 2, color: 'text.secondary' }} lang="zh">{sentence.zh}</Typography>
      {findings.map((one) => <Alert key={`${one.path} ${one.code}`} severity="warning" variant="outlined" sx={{ mb: 1 }} lang="en">{one.message}</Alert>)}
      {shut ? <Alert severity="error" variant="outlined" sx={{ mb: 1 }}>{words.jsonBroken}</Alert> : null}
      {view === 'json' ? <RuleJson rule={rule} onChange={change} onBroken={setShut} /> : (
        <>
          <ConditionBuilder condition={rule.conditions} parameters={content.parameters} onChange={(conditions) => change({ ...rule, conditions })} />
          <FindingFields rule={rule} onChange={change} />
        </>
      )}
      {editable ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
          {original !== undefined && !sameValue(original, rule) ? <Button onClick={() => change(original)}>{words.undo}</Button> : null}
          <Button color="error" onClick={() => { edit((now) => setRules(now, now.ruleset.rules.filter((one) => one.name !== rule.name))); onGone(); }}>{words.remove}</Button>
        </Box>
      ) : null}
    </Paper>
  );
}
