const LINT_CODES = [
  'wrong_type',
  'unknown_key',
  'missing_key',
  'forbidden_key',
  'empty_group',
  'ambiguous_group',
  'no_condition',
  'root_not_group',
  'too_deep',
  'too_many_leaves',
  'unknown_operator',
  'unknown_fact',
  'unknown_parameter',
  'fact_type',
  'operand_type',
  'unknown_option',
  'empty_list',
  'off_under_choice',
  'no_rules',
  'no_fallback',
  'duplicate_name',
  'duplicate_priority',
  'bad_priority',
  'stage_interleaved',
  'unknown_clause',
  'grant_without_clause',
  'grant_without_remedy',
  'remedy_without_grant',
  'bad_reference',
  'never_fires',
  'always_shadowed',
  'bad_value',
  'out_of_bounds',
  'value_and_provenance',
] as const;
/** What is wrong. */
type LintCode = (typeof LINT_CODES)[number];

/** One thing for which a policy is refused. */
export interface LintIssue {
  readonly code: LintCode;
  /** JSON pointer into the policy's content. */
  readonly path: string;
  /** What is wrong and what to do about it, for the policy's owner. */
  readonly message: string;
}

/** Takes an issue in. */
export type Report = (code: LintCode, path: string, message: string) => void;
