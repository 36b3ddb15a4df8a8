import DragIndicator from '@mui/icons-material/DragIndicator';
import MoreVert from '@mui/icons-material/MoreVert';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import type { Rule } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { listFindings } from '../model/list-findings.ts';
import { listRulesByParameter } from '../model/list-rules-by-parameter.ts';
import { sameValue } from '../model/same-value.ts';

export interface RuleItemProps {
  readonly rule: Rule;
  readonly number: number;
  readonly chosen: boolean;
  readonly movable: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly dropTarget: boolean;
  readonly onChoose: () => void;
  readonly onMove: (by: -1 | 1 | 'first' | 'last') => void;
  readonly onDragStart: () => void;
  /** Whether it was dropped where it may lie. */
  readonly onDragEnd: (dropped: boolean) => void;
  readonly onDrop: () => void;
}

/** One rule of the list: its number, name, what it would do, its clause; Alt+↑/↓ move it. */
export function RuleItem(props: RuleItemProps): ReactElement {
  const { rule, chosen, movable, last, dropTarget, onMove, onDragStart, onDragEnd, onDrop } = props;
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { live } = useDraft();
  const name = SENTENCES.ruleName(rule.name)[locale];
  const [over, setOver] = useState(false);
  const original = live.ruleset.rules.find((one) => one.name === rule.name);
  const changed = !sameValue(original, rule);
  return (
    <Box
      component="li"
      onDragOver={(event) => {
        if (!dropTarget) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
      sx={{
        display: 'flex',
        alignItems: 'stretch',
        borderBottom: last ? 0 : 1,
        borderBottomColor: 'divider',
        borderLeft: '4px solid',
        borderLeftColor: changed ? 'tone.changed.line' : 'transparent',
        bgcolor: chosen ? 'raised' : 'transparent',
        ...(over && dropTarget ? { outline: '2px dashed', outlineColor: 'primary.main', outlineOffset: '-2px' } : {}),
      }}
    >
      {movable ? (
        <Box
          component="span"
          draggable
          onDragStart={(event) => {
            // Firefox drags nothing that carries no data.
            event.dataTransfer.setData('text/plain', rule.name);
            onDragStart();
          }}
          onDragEnd={(event) => onDragEnd(event.dataTransfer.dropEffect !== 'none')}
          title={words.handle(name)}
          sx={{ display: 'inline-flex', alignItems: 'center', cursor: 'grab', color: 'text.secondary' }}
        >
          <DragIndicator fontSize="small" aria-hidden="true" />
        </Box>
      ) : (
        <Box sx={{ width: 20 }} />
      )}
      <RuleButton {...props} name={name} changed={changed} />
      {movable ? <RuleMenu name={name} first={props.first} last={last} onMove={onMove} /> : null}
    </Box>
  );
}

/** What a rule says of itself in the list; the button that chooses it. */
function RuleButton({
  rule,
  number,
  chosen,
  movable,
  name,
  changed,
  onChoose,
  onMove,
}: RuleItemProps & { readonly name: string; readonly changed: boolean }): ReactElement {
  const { rules: words } = useWords();
  const t = useTranslate();
  const { content, version } = useDraft();
  const linted = listFindings(version.gate.lint, content.ruleset.rules.indexOf(rule)).length > 0;
  const used = listRulesByParameter({ ...content, ruleset: { rules: [rule] } });
  const off = content.parameters.some(
    (parameter) => parameter.value === undefined && parameter.whenUnset === 'off' && used.has(parameter.name),
  );
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || !movable || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ButtonBase
      onClick={onChoose}
      onKeyDown={onKey}
      aria-current={chosen ? 'true' : undefined}
      aria-keyshortcuts={movable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
      sx={BUTTON}
    >
      <Box component="span" className="num" sx={{ width: 24, color: 'text.secondary', fontSize: '0.8125rem' }}>
        {number}
      </Box>
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, fontSize: '0.875rem', fontWeight: chosen ? 600 : 400, overflowWrap: 'anywhere' }}
      >
        {name}
        <Typography
          component="span"
          variant="caption"
          sx={{ display: 'block', color: off ? 'tone.unset.fg' : 'text.secondary' }}
        >
          {off ? `○ ${words.off}` : t(`wouldBe.${rule.event.type}`)}
          {changed ? ` · ${words.changedRule}` : ''}
          {linted ? ` · ! ${words.lint}` : ''}
        </Typography>
      </Box>
      <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.75rem', color: 'text.secondary' }}>
        {rule.event.params.clause}
      </Box>
    </ButtonBase>
  );
}

const BUTTON = {
  fontFamily: 'inherit',
  flex: 1,
  minWidth: 0,
  justifyContent: 'flex-start',
  textAlign: 'left',
  px: 1,
  py: 0.75,
  minHeight: 44,
  gap: 1,
  '&.Mui-focusVisible': { outlineOffset: '-2px' },
} as const;

/** The same moves as the keys, for those who do not know them. */
function RuleMenu({
  name,
  first,
  last,
  onMove,
}: Pick<RuleItemProps, 'first' | 'last' | 'onMove'> & { readonly name: string }): ReactElement {
  const { rules: words } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const act = (by: -1 | 1 | 'first' | 'last') => (): void => {
    setAnchor(null);
    onMove(by);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={words.menu(name)}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderRadius: 1 }}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem disabled={first} onClick={act(-1)}>
          {words.moveUp}
        </MenuItem>
        <MenuItem disabled={last} onClick={act(1)}>
          {words.moveDown}
        </MenuItem>
        <MenuItem disabled={first} onClick={act('first')}>
          {words.moveFirst}
        </MenuItem>
        <MenuItem disabled={last} onClick={act('last')}>
          {words.moveLast}
        </MenuItem>
      </Menu>
    </>
  );
}
