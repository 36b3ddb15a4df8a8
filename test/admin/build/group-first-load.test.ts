import { describe, expect, it } from 'vitest';
import { groupFirstLoad } from '../../../admin/build/group-first-load.ts';

/** Who imports each module; the entry is `main`. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  main: [],
  page: ['main'],
  shared: ['page', 'tab'],
  left: ['shared', 'right'],
  right: ['left'],
  tab: [],
  editor: ['tab', 'circle'],
  circle: ['editor'],
};

const bundle = {
  getModuleInfo: (id: string) => {
    const importers = IMPORTERS[id];
    return importers === undefined ? null : { isEntry: id === 'main', importers };
  },
};

const nameAll = (ids: readonly string[]): readonly (string | null)[] => {
  const name = groupFirstLoad();
  return ids.map((id) => name(id, bundle));
};

describe('the chunk of the first page', () => {
  it('holds the entry and all that it imports at once, through others and in circles too', () => {
    expect(nameAll(['main', 'page', 'shared', 'left', 'right'])).toEqual(Array(5).fill('first'));
  });

  it('leaves what only a later page imports to the bundler', () => {
    expect(nameAll(['tab', 'editor', 'circle', 'unheard of'])).toEqual([null, null, null, null]);
  });

  it('does not depend on which module is asked for first', () => {
    const ids = Object.keys(IMPORTERS);
    expect(nameAll(ids.toReversed())).toEqual(nameAll(ids).toReversed());
  });
});
