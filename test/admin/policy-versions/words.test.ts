import { describe, expect, it } from 'vitest';
import { policiesEn } from '../../../admin/i18n/policies.en.ts';
import { policiesZh } from '../../../admin/i18n/policies.zh.ts';

type Tree = { readonly [key: string]: Tree | string | ((...filled: never[]) => string) };

function listLeaves(tree: Tree, path = ''): (readonly [string, string | ((...filled: never[]) => string)])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? listLeaves(value, `${path}/${key}`) : [[`${path}/${key}`, value] as const],
  );
}

const SAME = /json|newName|sample|valueOf|grid|tabCount|filterCount|\/count$|keepFocus|floorTitle/iu;

describe('the words of the policies’ screens', () => {
  const zh = new Map(listLeaves(policiesZh as unknown as Tree));

  it('exist in both languages', () => {
    expect([...zh.keys()].toSorted()).toEqual(
      listLeaves(policiesEn as unknown as Tree)
        .map(([path]) => path)
        .toSorted(),
    );
  });

  it('are translated', () => {
    const left = listLeaves(policiesEn as unknown as Tree).filter(
      ([path, word]) => typeof word === 'string' && !SAME.test(path) && zh.get(path) === word,
    );
    expect(left).toEqual([]);
  });

  it('take as many things to fill in', () => {
    const differing = listLeaves(policiesEn as unknown as Tree).filter(
      ([path, word]) =>
        typeof word === 'function' &&
        typeof zh.get(path) === 'function' &&
        word.length !== (zh.get(path) as () => string).length,
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });
});
