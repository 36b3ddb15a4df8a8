import { describe, expect, it } from 'vitest';
import { listFirstChunks } from '../../../admin/build/finish-build.ts';

const chunk = (imports: string[], isEntry = false) => ({ type: 'chunk' as const, code: 'x', imports, isEntry });

describe('the first load', () => {
  it('is the entry and all that it imports at once, shared chunks once', () => {
    const bundle = {
      'index.js': chunk(['a.js', 'b.js'], true),
      'a.js': chunk(['c.js']),
      'b.js': chunk(['c.js']),
      'c.js': chunk(['a.js']),
      'lazy.js': chunk(['c.js']),
      'style.css': { type: 'asset' as const },
    };
    expect(listFirstChunks(bundle)).toEqual(['a.js', 'b.js', 'c.js', 'index.js']);
  });

  it('does not count what is imported from outside', () => {
    expect(listFirstChunks({ 'index.js': chunk(['https://elsewhere/x.js'], true) })).toEqual(['index.js']);
  });
});
