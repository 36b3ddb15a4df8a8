import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { findParameter } from '../model/edit-content.ts';
import { ParameterInput } from './parameter-input.tsx';
import { UnsetBox } from './unset-box.tsx';
import type { ParameterRowState } from './use-parameter-row.ts';

export interface ParameterDraftCellProps {
  readonly parameter: Parameter;
  readonly rules: readonly string[];
  readonly referrals: number;
  readonly row: ParameterRowState;
}

/** The draft's value: its input, or what not being set does; and what can be done beside typing. */
export function ParameterDraftCell({ parameter, rules, referrals, row }: ParameterDraftCellProps): ReactElement {
  const words = useWords().parameters;
  const { version } = useDraft();
  const isUnset = parameter.value === undefined;
  const { editable, choosing, original } = row;
  return (
    <>
      {isUnset && !choosing ? (
        <UnsetBox
          parameter={parameter}
          name={row.name}
          rules={rules}
          referrals={referrals}
          onSet={editable ? () => row.choose(true) : null}
        />
      ) : (
        <ParameterInput
          parameter={parameter}
          original={original}
          saved={findParameter(version.content, parameter.name)}
          resetToken={row.resetToken}
          onChange={row.set}
        />
      )}
      {isUnset && choosing ? (
        <Typography variant="caption" component="p" sx={{ mt: 1 }}>
          {words.chooseAll} <SmallButton label={words.leaveUnset} onClick={() => row.choose(false)} />
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {row.changed && !isUnset && original?.value === undefined && editable ? (
          <SmallButton label={words.unsetAgain} onClick={() => row.set(undefined)} />
        ) : null}
        {parameter.provenance === 'assumed' && editable ? (
          <SmallButton label={words.confirm} onClick={row.confirm} />
        ) : null}
      </Box>
    </>
  );
}

function SmallButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactElement {
  return (
    <Button size="small" onClick={onClick}>
      {label}
    </Button>
  );
}
