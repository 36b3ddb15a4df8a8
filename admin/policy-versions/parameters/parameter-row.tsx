import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { ParameterDraftCell } from './parameter-draft-cell.tsx';
import { ParameterName } from './parameter-name.tsx';
import { RowEffects } from './row-effects.tsx';
import type { WindowEnds } from './row-effects.tsx';
import { RowFrame } from './row-frame.tsx';
import { useParameterRow } from './use-parameter-row.ts';
import type { WindowExample } from './use-preview.ts';

export interface ParameterRowProps {
  readonly parameter: Parameter;
  readonly rules: readonly string[];
  readonly flips: readonly FlipRowView[];
  readonly ends: WindowEnds | null;
  readonly busy: boolean;
  readonly example: WindowExample;
  /** Decisions that went to a person since it is not set live. */
  readonly referrals: number;
  readonly onFocus: () => void;
}

/** One parameter: name and provenance, the live value, the draft's, and what the difference moves. */
export function ParameterRow(props: ParameterRowProps): ReactElement {
  const { parameter, rules, referrals, onFocus, ...effects } = props;
  const words = useWords().parameters;
  const row = useParameterRow(parameter);
  const { original, changed, name } = row;
  return (
    <RowFrame
      id={parameter.name}
      changed={changed}
      wide={parameter.kind === 'matrix'}
      heading={<ParameterName parameter={parameter} original={original} changed={changed} />}
      live={{ text: row.valueOf(original), isSet: original?.value !== undefined }}
      undo={
        changed && row.editable && original !== null
          ? { label: words.undo(name), run: () => row.putBack(original) }
          : null
      }
      onFocus={(event) => {
        onFocus();
        row.onEnter(event);
      }}
      onKeyDown={row.onKey}
    >
      <ParameterDraftCell parameter={parameter} rules={rules} row={row} referrals={referrals} />
      {changed ? (
        <RowEffects {...effects} parameter={parameter} original={original} rules={rules} referrals={referrals} />
      ) : null}
    </RowFrame>
  );
}
