import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Link as RouterLink } from 'react-router-dom';

export interface EditorTab {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  readonly onWarm?: () => void;
}

/** Tabs that are links: arrows move between them, Enter opens, focus stays on the tab. */
export function EditorTabs({
  label,
  tabs,
  current,
  panelId,
}: {
  readonly label: string;
  readonly tabs: readonly EditorTab[];
  readonly current: string;
  readonly panelId: string;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return (
    <Box
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={onKey}
      sx={{ display: 'flex', overflowX: 'auto', borderBottom: 1, borderColor: 'divider', mb: 2 }}
    >
      {tabs.map(({ key, to, label: text, onWarm }) => {
        const selected = key === current;
        return (
          <ButtonBase
            key={key}
            component={RouterLink}
            to={to}
            role="tab"
            id={`tab-${key}`}
            aria-selected={selected}
            tabIndex={selected ? 0 : -1}
            onMouseEnter={onWarm}
            onFocus={onWarm}
            {...(selected ? { 'aria-controls': panelId } : {})}
            sx={{
              fontFamily: 'inherit',
              px: 2,
              minHeight: 40,
              fontSize: '0.875rem',
              fontWeight: 600,
              whiteSpace: 'nowrap',
              flexShrink: 0,
              color: selected ? 'primary.main' : 'text.secondary',
              borderBottom: '2px solid',
              borderBottomColor: selected ? 'primary.main' : 'transparent',
              '&.Mui-focusVisible': { outlineOffset: '-3px' },
            }}
          >
            {text}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
