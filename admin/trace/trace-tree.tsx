import Box from '@mui/material/Box';
import { visuallyHidden } from '@mui/utils';
import { useId, useRef } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { TraceDetail } from './trace-detail.tsx';
import { TraceLine } from './trace-line.tsx';
import type { TraceItem } from './trace-item.ts';
import { listVisible, useTreeKeys } from './use-tree-keys.ts';
import type { TreeState } from './use-tree-keys.ts';

export interface TraceTreeProps {
  readonly items: readonly TraceItem[];
  /** Name of the tree, said by a screen reader. */
  readonly label: string;
  /** Policy and version that the rules belong to, for the links under the tree. */
  readonly policy: string;
  readonly version: number;
}

/** Rules and conditions as a tree with one tab stop; what the selected line looked at is told under it. */
export function TraceTree({ items, label, policy, version }: TraceTreeProps): ReactElement {
  const t = useTranslate();
  const base = useId();
  const tree = useRef<HTMLUListElement>(null);
  const focus = (id: string): void => {
    const line = tree.current?.querySelector<HTMLElement>(`[data-item="${id}"]`);
    line?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  };
  const state = useTreeKeys(items, focus);
  const selected = listVisible(items, state.open).find(({ item }) => item.id === state.selected)?.item;
  if (items.length === 0) return <Box sx={{ p: 2, color: 'text.secondary' }}>{t('trace.none')}</Box>;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        component="ul"
        ref={tree}
        role="tree"
        aria-label={label}
        aria-describedby={`${base}-keys`}
        onKeyDown={state.press}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {items.map((item, index) => (
          <Branch key={item.id} item={item} level={1} place={index + 1} of={items.length} base={base} state={state} />
        ))}
      </Box>
      <Box id={`${base}-keys`} sx={visuallyHidden}>
        {t('trace.keys')}
      </Box>
      <TraceDetail item={selected} tree={label} policy={policy} version={version} />
    </Box>
  );
}

interface BranchProps {
  readonly item: TraceItem;
  readonly level: number;
  readonly place: number;
  readonly of: number;
  readonly base: string;
  readonly state: TreeState;
}

function Branch({ item, level, place, of, base, state }: BranchProps): ReactElement {
  const row = `${base}-${item.id}`;
  const parent = item.children.length > 0;
  const opened = parent && state.open.has(item.id);
  const selected = state.selected === item.id;
  return (
    <Box
      component="li"
      role="treeitem"
      data-item={item.id}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={selected}
      aria-labelledby={row}
      {...(parent ? { 'aria-expanded': opened } : {})}
      tabIndex={selected ? 0 : -1}
      sx={{
        outline: 'none',
        '&:focus-visible > .trace-line': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
      }}
      onFocus={(event) => {
        // However the focus came, by a screen reader's own cursor too, the keys go on from there.
        if (event.target === event.currentTarget) state.select(item.id);
      }}
      onClick={(event) => {
        event.stopPropagation();
        state.select(item.id);
        if (parent) state.toggle(item.id);
      }}
    >
      <TraceLine id={row} item={item} level={level} opened={opened} selected={selected} />
      {opened ? (
        <Box component="ul" role="group" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {item.children.map((child, index) => (
            <Branch
              key={child.id}
              item={child}
              level={level + 1}
              place={index + 1}
              of={item.children.length}
              base={base}
              state={state}
            />
          ))}
        </Box>
      ) : null}
    </Box>
  );
}
