import { useState } from 'react';
import type { ReactElement } from 'react';
import { ruleSchema } from '../../../server/contract/rules/ruleset-schema.ts';
import type { Rule } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { readJson } from '../model/read-json.ts';
import type { JsonProblem } from '../model/read-json.ts';
import { sameValue } from '../model/same-value.ts';
import { JsonEditor } from './json-editor.tsx';

export interface RuleJsonProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  /** Whether the text is no rule at the moment. */
  readonly onBroken: (broken: boolean) => void;
}

/** A rule as JSON, checked by the contract's own schema; a text that is no rule is kept until it is mended. */
export function RuleJson({ rule, onChange, onBroken }: RuleJsonProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { version, content, scratch, mark, editable } = useDraft();
  const key = `rule/${rule.name}`;
  const [text, setText] = useState(scratch.get(key) ?? JSON.stringify(rule, null, 2));
  const read = readJson(text, ruleSchema);
  const taken =
    read.ok && read.value.name !== rule.name && content.ruleset.rules.some((one) => one.name === read.value.name);
  const problems: readonly JsonProblem[] = read.ok
    ? taken
      ? [{ from: 0, to: text.length, message: words.nameTaken }]
      : []
    : read.problems;
  const change = (next: string): void => {
    setText(next);
    const now = readJson(next, ruleSchema);
    const clash =
      now.ok && now.value.name !== rule.name && content.ruleset.rules.some((one) => one.name === now.value.name);
    const broken = !now.ok || clash;
    onBroken(broken);
    if (broken) scratch.set(key, next);
    else scratch.delete(key);
    mark(
      key,
      broken
        ? {
            fieldId: key,
            label: SENTENCES.ruleName(rule.name)[locale],
            message: words.jsonBroken,
            to: `/policy-versions/${version.id}/rules?rule=${rule.name}`,
          }
        : null,
    );
    if (now.ok && !clash && !sameValue(now.value, rule)) onChange(now.value);
  };
  // A change from elsewhere, such as an undo, brings another rule; what is typed already says the same.
  const shown = read.ok && !taken && !sameValue(read.value, rule) ? JSON.stringify(rule, null, 2) : text;
  return (
    <JsonEditor
      label={words.jsonLabel(rule.name)}
      text={shown}
      problems={problems}
      readOnly={!editable}
      onChange={change}
    />
  );
}
