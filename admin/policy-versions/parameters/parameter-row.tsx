import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { confirmParameter, findParameter, restoreParameter, setParameterValue } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';
import { ParameterName } from './parameter-name.tsx';
import { ParameterInput } from './parameter-input.tsx';
import { RowEffects } from './row-effects.tsx';
import { UnsetBox } from './unset-box.tsx';
import type { WindowEnds } from './row-effects.tsx';

export interface ParameterRowProps {
  readonly parameter: Parameter;
  readonly rules: readonly string[];
  readonly flips: readonly FlipRowView[];
  readonly ends: WindowEnds | null;
  readonly busy: boolean;
  readonly onFocus: () => void;
}

/** One parameter: name and provenance, the live value, the draft's, and what the difference moves. */
export function ParameterRow({ parameter, rules, flips, ends, busy, onFocus }: ParameterRowProps): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { live, version, epoch, editable, edit, announce } = useDraft();
  const [choosing, setChoosing] = useState(false);
  const [drops, setDrops] = useState(0);
  const entered = useRef<Parameter | null>(null);
  const original = findParameter(live, parameter.name);
  const changed = !sameValue(original?.value, parameter.value);
  const name = parameter.label[locale];
  const valueOf = (one: Parameter | null): string => (one === null ? words.liveUnset : SENTENCES.parameterValue(one)[locale]);

  const putBack = (to: Parameter): void => {
    edit((content) => restoreParameter(content, { ...content, parameters: [to] }, to.name));
    setChoosing(false);
    setDrops(drops + 1);
    announce(words.backTo(name, valueOf(to)));
  };
  const onEnter = (event: FocusEvent<HTMLElement>): void => {
    onFocus();
    if (!event.currentTarget.contains(event.relatedTarget)) entered.current = parameter;
  };
  const onKey = (event: KeyboardEvent): void => {
    // A menu that is open inside the row closes first; its event does not come here as a row's.
    if (event.key === 'Escape' && entered.current !== null && editable && !event.defaultPrevented) putBack(entered.current);
  };
  const isUnset = parameter.value === undefined;
  return (
    <Box
      component="li" data-parameter={parameter.name} onFocus={onEnter} onKeyDown={onKey}
      sx={{
        display: 'grid', gap: { xs: 1, md: 2 }, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'minmax(0,260px) minmax(0,150px) minmax(0,1fr)' },
        px: 2, py: 1.5, minHeight: 72, borderBottom: 1, borderBottomColor: 'divider', borderLeft: '4px solid', borderLeftColor: changed ? 'tone.changed.line' : 'transparent',
      }}
    >
      <ParameterName parameter={parameter} original={original} changed={changed} />
      <Box>
        <Typography variant="caption" component="div" sx={{ display: { md: 'none' }, color: 'text.secondary' }}>{words.columnLive}</Typography>
        <Typography variant="body2" sx={{ color: original?.value === undefined ? 'tone.unset.fg' : 'text.primary', overflowWrap: 'anywhere' }}>{valueOf(original)}</Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', minWidth: 0, gridColumn: parameter.kind === 'matrix' ? '1 / -1' : 'auto' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {isUnset && !choosing ? (
            <UnsetBox parameter={parameter} name={name} rules={rules} onSet={editable ? () => setChoosing(true) : null} />
          ) : (
            <ParameterInput
              parameter={parameter} original={original} saved={findParameter(version.content, parameter.name)} resetToken={epoch + drops}
              onChange={(value) => edit((content) => setParameterValue(content, live, parameter.name, value))}
            />
          )}
          {isUnset && choosing ? (
            <Typography variant="caption" component="p" sx={{ mt: 1 }}>
              {words.chooseAll} <Button size="small" onClick={() => setChoosing(false)}>{words.leaveUnset}</Button>
            </Typography>
          ) : null}
          {changed && !isUnset && original?.value === undefined && editable ? (
            <Button size="small" onClick={() => { setChoosing(false); edit((content) => setParameterValue(content, live, parameter.name, undefined)); }}>{words.unsetAgain}</Button>
          ) : null}
          {parameter.provenance === 'assumed' && editable ? (
            <Button size="small" sx={{ mt: 0.5 }} onClick={() => { edit((content) => confirmParameter(content, parameter.name)); announce(words.confirmed(name)); }}>{words.confirm}</Button>
          ) : null}
          {changed ? <RowEffects name={name} flips={flips} ends={ends} busy={busy} rules={rules} /> : null}
        </Box>
        {changed && editable && original !== null ? (
          <IconButton aria-label={words.undo(name)} onClick={() => putBack(original)}><Undo fontSize="small" /></IconButton>
        ) : null}
      </Box>
    </Box>
  );
}
