import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { TraceItem } from './trace-item.ts';

/** A line as it is shown: how deep, and under which. */
export interface VisibleItem {
  readonly item: TraceItem;
  readonly parentId: string | null;
}

/** What of the tree can be seen, top to bottom. */
export function listVisible(
  items: readonly TraceItem[],
  open: ReadonlySet<string>,
  parentId: string | null = null,
): readonly VisibleItem[] {
  return items.flatMap((item) => [
    { item, parentId },
    ...(open.has(item.id) ? listVisible(item.children, open, item.id) : []),
  ]);
}

/** Ids of the lines that are open at first: those of the rule that decided and of the near miss, with all below. */
export function openAtFirst(items: readonly TraceItem[]): ReadonlySet<string> {
  const all = (item: TraceItem): string[] => [item.id, ...item.children.flatMap(all)];
  return new Set(items.filter((item) => item.decisive || item.nearMiss).flatMap(all));
}

export interface TreeState {
  readonly open: ReadonlySet<string>;
  readonly selected: string;
  readonly toggle: (id: string) => void;
  readonly select: (id: string) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** Which lines are open and which is selected, and the keys of a tree. `focus` is told where the keys went. */
export function useTreeKeys(items: readonly TraceItem[], focus: (id: string) => void): TreeState {
  const [open, setOpen] = useState(() => openAtFirst(items));
  const [chosen, setChosen] = useState<string | null>(null);
  const visible = listVisible(items, open);
  const first = items.find((item) => item.decisive) ?? items[0];
  const selected = visible.some(({ item }) => item.id === chosen) && chosen !== null ? chosen : (first?.id ?? '');
  const change = (ids: readonly string[], opened: boolean): void => {
    const next = new Set(open);
    for (const id of ids)
      if (opened) next.add(id);
      else next.delete(id);
    setOpen(next);
  };
  const go = (id: string | null | undefined): void => {
    if (id === null || id === undefined) return;
    setChosen(id);
    focus(id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = visible.findIndex(({ item }) => item.id === selected);
    const now = visible[at];
    if (now === undefined) return;
    const { item, parentId } = now;
    const opened = item.children.length > 0 && open.has(item.id);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(visible[at + 1]?.item.id),
      ArrowUp: () => go(visible[at - 1]?.item.id),
      ArrowRight: () => (item.children.length > 0 && !opened ? change([item.id], true) : go(item.children[0]?.id)),
      ArrowLeft: () => (opened ? change([item.id], false) : go(parentId)),
      Home: () => go(visible[0]?.item.id),
      End: () => go(visible.at(-1)?.item.id),
      Enter: () => change([item.id], !opened),
      ' ': () => change([item.id], !opened),
      '*': () =>
        change(
          visible.filter((other) => other.parentId === parentId).map((other) => other.item.id),
          true,
        ),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return { open, selected, toggle: (id) => change([id], !open.has(id)), select: setChosen, press };
}
