import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { UNSET_DAYS } from './use-unset-referrals.ts';

export interface UnsetBoxProps {
  readonly parameter: Parameter;
  readonly name: string;
  /** Rules that rest on it. */
  readonly rules: readonly string[];
  /** Decisions that went to a person for want of it; 0: none, or nobody knows. */
  readonly referrals: number;
  readonly onSet: (() => void) | null;
}

/** Not set, as a state with a consequence rather than an empty field. */
export function UnsetBox({ parameter, name, rules, referrals, onSet }: UnsetBoxProps): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const names = rules.map((rule) => SENTENCES.ruleName(rule)[locale]).join(locale === 'zh' ? '、' : ', ');
  return (
    <Box
      sx={{
        border: '1px dashed',
        borderColor: 'tone.unset.line',
        bgcolor: 'tone.unset.bg',
        color: 'tone.unset.fg',
        borderRadius: 1,
        px: 1.5,
        py: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        fontSize: '0.875rem',
      }}
    >
      <ErrorOutline fontSize="small" aria-hidden="true" />
      <Box component="span" sx={{ flex: 1, minWidth: 160 }}>
        <strong>{words.liveUnset}.</strong> {parameter.whenUnset === 'off' ? words.unsetOff : words.unsetRefer}{' '}
        {names === '' ? null : `(${names})`} {referrals === 0 ? null : words.unsetDid(referrals, UNSET_DAYS)}
      </Box>
      {onSet === null ? null : (
        <Button variant="outlined" color="inherit" aria-label={words.setNamed(name)} onClick={onSet}>
          {words.setValue}
        </Button>
      )}
    </Box>
  );
}
