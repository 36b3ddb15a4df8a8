import { describe, expect, it } from 'vitest';
import { createVaultCipher } from '../../server/providers/vault-cipher.ts';

const cipher = createVaultCipher('a master secret of at least 32 characters');
const TEXT = '{"words":"Ich möchte mein Geld zurück 🙂"}';

describe('vault cipher', () => {
  const key = cipher.createKey('anumi/ada');
  const sealed = cipher.seal(key, 'anumi/ada', 'row1', TEXT);

  it('opens what it sealed', () => {
    expect(cipher.open(key, 'anumi/ada', 'row1', sealed)).toBe(TEXT);
    expect(cipher.open(key, 'anumi/ada', 'row2', cipher.seal(key, 'anumi/ada', 'row2', ''))).toBe('');
  });

  it('shows nothing of the text, and never the same twice', () => {
    expect(Buffer.from(sealed).includes('Geld')).toBe(false);
    expect(Buffer.from(cipher.seal(key, 'anumi/ada', 'row1', TEXT)).equals(Buffer.from(sealed))).toBe(false);
    expect(Buffer.from(cipher.createKey('anumi/ada')).equals(Buffer.from(key))).toBe(false);
  });

  it('does not open under another row, owner, key or installation', () => {
    const other = createVaultCipher('another master secret of 32 characters');
    expect(() => cipher.open(key, 'anumi/ada', 'row2', sealed)).toThrow();
    expect(() => cipher.open(key, 'anumi/bob', 'row1', sealed)).toThrow();
    expect(() => cipher.open(cipher.createKey('anumi/ada'), 'anumi/ada', 'row1', sealed)).toThrow();
    expect(() => other.open(key, 'anumi/ada', 'row1', sealed)).toThrow();
  });

  it('does not open what was changed or cut', () => {
    for (let place = 0; place < sealed.length; place += 7) {
      const changed = Uint8Array.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => cipher.open(key, 'anumi/ada', 'row1', changed)).toThrow();
    }
    expect(() => cipher.open(key, 'anumi/ada', 'row1', sealed.subarray(0, 20))).toThrow();
    expect(() => cipher.open(key, 'anumi/ada', 'row1', new Uint8Array())).toThrow(/format/);
  });
});
