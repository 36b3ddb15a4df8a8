import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { QueryBuilder } from 'react-querybuilder';
import type { RuleGroupType } from 'react-querybuilder';
import type { Condition, Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { toCondition, toRootQuery } from '../model/condition-query.ts';
import type { QueryGroup } from '../model/condition-query.ts';
import { firstOperand, listFactChoices, listOperators } from '../model/leaf-choices.ts';
import { mendQuery } from '../model/mend-query.ts';
import { sameValue } from '../model/same-value.ts';
import { BuilderProvider } from './builder-context.ts';
import { CONTROLS } from './builder-controls.tsx';

export interface ConditionBuilderProps {
  readonly condition: Condition;
  readonly parameters: readonly Parameter[];
  /** Clauses that the rule carries out. */
  readonly clauses: readonly string[];
  readonly onChange: (condition: Condition) => void;
  /** The value at a place of the condition is to become a parameter. */
  readonly onMake: (path: readonly number[], parameter: Parameter) => void;
}

/** The condition of a rule as nested groups of comparisons, each control with a name of its own. */
export function ConditionBuilder({
  condition,
  parameters,
  clauses,
  onChange,
  onMake,
}: ConditionBuilderProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { editable } = useDraft();
  const choices = useMemo(
    () => new Map(listFactChoices(parameters).map((choice) => [choice.name, choice])),
    [parameters],
  );
  const fields = useMemo(
    () => [...choices.values()].map(({ name, label }) => ({ name, value: name, label: label[locale] })),
    [choices, locale],
  );
  const lookup = useMemo(() => ({ choices, parameters, clauses, onMake }), [choices, parameters, clauses, onMake]);
  const query = useMemo(() => toRootQuery(condition), [condition]);
  const operatorsOf = (field: string): string[] => listOperators(choices.get(field)?.type ?? 'text');
  const change = (next: RuleGroupType): void => {
    // The builder's own types know neither our combinators nor operands that name a parameter.
    const mended = toCondition(mendQuery(next as unknown as QueryGroup, choices, parameters));
    if (!sameValue(mended, condition)) onChange(mended);
  };
  return (
    <BuilderProvider value={lookup}>
      <Box sx={LOOK}>
        <QueryBuilder
          query={query as unknown as RuleGroupType}
          onQueryChange={change}
          fields={fields}
          controlElements={CONTROLS}
          disabled={!editable}
          enableMountQueryChange={false}
          combinators={[
            { name: 'all', value: 'all', label: words.all },
            { name: 'any', value: 'any', label: words.any },
            { name: 'not', value: 'not', label: words.not },
          ]}
          getOperators={(field) => operatorsOf(field).map((name) => ({ name, value: name, label: name }))}
          getDefaultOperator={(field) => operatorsOf(field)[0] ?? 'equal'}
          getDefaultValue={({ field, operator }) => firstOf(field, operator)}
          controlClassnames={{
            ruleGroup: 'builder-group',
            rule: 'builder-rule',
            header: 'builder-header',
            body: 'builder-body',
          }}
        />
      </Box>
    </BuilderProvider>
  );

  function firstOf(field: string, operator: string): unknown {
    const fact = choices.get(field);
    return fact === undefined ? '' : firstOperand(fact, operator, parameters);
  }
}

const LOOK = {
  '& .builder-group': { border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, minWidth: 0 },
  '& .builder-header': { display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
  '& .builder-body': {
    display: 'grid',
    gap: 1.5,
    mt: 1.5,
    pl: { xs: 1, sm: 3 },
    borderLeft: '3px solid',
    borderLeftColor: 'divider',
    gridTemplateColumns: 'minmax(0,1fr)',
  },
  '& .builder-rule': { display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start', minWidth: 0 },
} as const;
